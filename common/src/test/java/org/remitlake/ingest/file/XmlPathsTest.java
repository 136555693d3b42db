package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Cells of nested xml, and what stands beside its records. */
class XmlPathsTest {
  private static Profile profile(String... more) {
    return Given.bare("format: xml\nrecord: Ntry\n" + String.join("\n", more));
  }

  private static final Profile ENTRIES =
      profile(
          "document: {Acct/Id/IBAN: sender_pid, Acct/Id/Othr/Id: sender_pid, '@Ctry': country}",
          "columns: {id: [Refs/Ref, Id], amount: ['Amt'], note: ['Amt/@Ccy']}",
          "empty: [NOTPROVIDED]");

  private static Given entries(String... entries) {
    return Given.text(ENTRIES, "<Doc><Stmt>" + String.join("", entries) + "</Stmt></Doc>");
  }

  @Test
  void pathsLeadToNestedElementsAndAttributesOnly() {
    Given given =
        entries(
            "<Ntry><Amt Ccy=\"TJS\">5.00</Amt><Refs><Ref>a</Ref></Refs>",
            "<Other><Amt Ccy=\"USD\">9</Amt><Refs><Ref>z</Ref></Refs></Other></Ntry>");
    assertThat(given.cells("id")).containsExactly("a");
    assertThat(given.cells("amount")).containsExactly("5.00");
    assertThat(given.cells("note")).containsExactly("TJS");
  }

  @Test
  void namespacesAndTheirPrefixesDoNotCount() {
    String xml =
        "<d:Doc xmlns:d='urn:one'><x:Stmt xmlns:x='urn:two'><Ntry xmlns='urn:three'>"
            + "<Id>a</Id></Ntry></x:Stmt></d:Doc>";
    assertThat(Given.text(ENTRIES, xml).cells("id")).containsExactly("a");
  }

  @Test
  void ofSeveralNamesTheFirstThatTheRecordHasHolds() {
    Given given =
        entries(
            "<Ntry><Id>b</Id><Refs><Ref>a</Ref></Refs></Ntry>",
            "<Ntry><Id>c</Id><Refs><Ref> </Ref></Refs></Ntry>",
            "<Ntry><Id>d</Id><Refs><Ref>NOTPROVIDED</Ref></Refs></Ntry>",
            "<Ntry><Refs><Ref>NOTPROVIDED</Ref></Refs></Ntry>");
    assertThat(given.cells("id")).containsExactly("a", "c", "d", null);
  }

  @Test
  void theTextOfAnElementIsAllTextInIt() {
    Profile profile = profile("columns: {id: [Id], note: [Code], amount: [Day]}");
    String xml =
        "<D><Ntry><Id>a  b</Id><Code><Dom><Cd>PMNT</Cd><Fam>\n <Cd>RCDT</Cd><Sub>XBCT</Sub></Fam>"
            + "</Dom></Code><Day><Dt>2024-02-15</Dt></Day></Ntry>"
            + "<Ntry><Code>PMNT <![CDATA[RCDT]]> XBCT</Code><Day>2024-02-15</Day></Ntry></D>";
    Given given = Given.text(profile, xml);
    assertThat(given.cells("note")).containsExactly("PMNT RCDT XBCT", "PMNT RCDT XBCT");
    assertThat(given.cells("amount")).containsExactly("2024-02-15", "2024-02-15");
    assertThat(given.cells("id")).containsExactly("a  b", null);
  }

  @Test
  void anElementThatStandsThereSeveralTimesIsNotKnown() {
    String charge = "<Amt Ccy=\"TJS\">5.00</Amt>";
    Given given =
        entries(
            "<Ntry><Refs><Ref>a</Ref></Refs><Refs><Ref>b</Ref></Refs></Ntry>",
            "<Ntry><Refs><Ref>c</Ref></Refs>" + charge + charge + "</Ntry>",
            "<Ntry><Amt Ccy=\"TJS\">1</Amt><Amt Ccy=\"RUB\">2</Amt></Ntry>");
    assertThat(given.cells("id")).containsExactly(null, "c", null);
    assertThat(given.cells("amount")).containsExactly(null, null, null);
    assertThat(given.cells("note")).containsExactly(null, "TJS", null);
  }

  @Test
  void aDocumentWithoutRecordsIsEmptyOnlyIfWhatStandsAroundThemIsThere() {
    assertThat(entries("<Acct><Id><IBAN>one</IBAN></Id></Acct>").rows()).isEmpty();
    Given page = Given.text(ENTRIES, "<html><body>Service is down</body></html>");
    assertThatThrownBy(page::rows)
        .isInstanceOfSatisfying(UnreadableFile.class, e -> assertThat(e.rule()).isEqualTo("F06"))
        .hasMessage("the xml has no 'Ntry', nor what stands around it");
  }

  @Test
  void whatStandsBesideTheRecordsHoldsInTheSameElementOnly() {
    String first = "<Stmt Ctry=\"TJK\"><Acct><Id><IBAN>one</IBAN></Id></Acct><Ntry/><Ntry/></Stmt>";
    String second =
        "<Stmt><RltdAcct><Id><IBAN>no</IBAN></Id></RltdAcct>"
            + "<Acct><Id><Othr><Id>two</Id></Othr></Id></Acct><Ntry/></Stmt><Stmt><Ntry/></Stmt>";
    Given given = Given.text(ENTRIES, "<Doc>" + first + second + "</Doc>");
    assertThat(given.cells("sender_pid")).containsExactly("one", "one", "two", null);
    assertThat(given.cells("country")).containsExactly("TJK", "TJK", null, null);
  }

  @Test
  void onlyRecordsWithAWantedTextAreRead() {
    Profile profile =
        profile(
            "only: ['Sts=BOOK']", "columns: {id: [Id], note: ['Back=true', Kind], amount: [Id]}");
    String xml =
        """
        <D><Ntry><Id>a</Id><Sts>BOOK</Sts><Back>true</Back><Kind>x</Kind></Ntry>
        <Ntry><Id>b</Id><Sts><Cd>PDNG</Cd></Sts></Ntry>
        <Ntry><Id>c</Id><Sts><Cd>BOOK</Cd></Sts><Back>false</Back><Kind>x</Kind></Ntry></D>
        """;
    Given given = Given.text(profile, xml);
    assertThat(given.cells("id")).containsExactly("a", "c");
    assertThat(given.cells("note")).containsExactly("true", "x");
    assertThat(given.rows()).extracting(TextRow::line).containsExactly(1L, 3L);
  }

  @Test
  void aTextOfManyPartsIsBounded() {
    Profile profile = profile("columns: {id: [Id], amount: [Id]}");
    String parts = "<a/>".repeat(300_000);
    assertThat(Given.text(profile, "<D><Ntry><Id>" + parts + "x</Id></Ntry></D>").cells("id"))
        .containsExactly("x");
    String texts = ("<a>" + "x".repeat(1000) + "</a>").repeat(1100);
    assertThatThrownBy(
            () -> Given.text(profile, "<D><Ntry><Id>" + texts + "</Id></Ntry></D>").rows())
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("million characters");
  }

  @Test
  void namesThatLeadNowhereAreProblemsOfTheProfile() {
    for (String good :
        new String[] {"Amt", "@Ccy", "Amt/@Ccy", "A/B/C", "RvslInd=true", "Sts=a/b"}) {
      assertThat(XmlPaths.isPath(good)).as(good).isTrue();
    }
    for (String bad : new String[] {"", "/Amt", "Amt/", "A//B", "@Ccy/Amt", "A=", "A B"}) {
      assertThat(XmlPaths.isPath(bad)).as(bad).isFalse();
    }
    assertThat(PathCheck.problems(profile("columns: {id: ['/Amt']}")))
        .containsExactly("'/Amt' names no cell of xml; write it as Amt, Amt/@Ccy or RvslInd=true");
    assertThat(PathCheck.problems(Given.bare("only: [x]")))
        .containsExactly("only format xml takes 'only'");
  }
}
