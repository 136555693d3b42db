package org.remitlake.ingest.proposal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.remitlake.contract.ConfigFile;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Profiles;

/** A new bank's statements: their profile is known but for what no message says. */
class MessageProposalTest {
  private static final Path CONF = Path.of("..", "conf");
  private static final Profiles ALL = Profiles.read(CONF, Ingest.CONTRACTS);

  private static Optional<MessageProposal> propose(
      String name, String text, Optional<String> contract) throws IOException {
    return MessageProposal.of(
        name,
        () -> new ByteArrayInputStream(text.getBytes(UTF_8)),
        CONF,
        ALL,
        Ingest.CONTRACTS,
        new Proposal.Given(contract, Optional.of("BANK_07")));
  }

  private static String entry(String id, String transactionCode) {
    return """
        <Ntry><Amt Ccy="TJS">50.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
        <BookgDt><Dt>2024-02-15</Dt></BookgDt><AcctSvcrRef>%s</AcctSvcrRef>
        <BkTxCd>%s</BkTxCd></Ntry>
        """
        .formatted(id, transactionCode);
  }

  private static String message(String name, String entries) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:%s"><BkToCstmrStmt><Stmt>
        <Acct><Id><Othr><Id>2020697201</Id></Othr></Id></Acct>
        %s</Stmt></BkToCstmrStmt></Document>
        """
        .formatted(name, entries);
  }

  private static final String STATEMENT =
      message(
          "camt.053.001.08",
          entry("1", "<Prtry><Cd>SMS-BANKING</Cd></Prtry>")
              + entry("2", "<Prtry><Cd>Rahimov Karim</Cd></Prtry>")
              + entry(
                  "3",
                  "<Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>SALA</SubFmlyCd></Fmly></Domn>"));

  @Test
  void aStatementIsReadAtOnce() throws IOException {
    MessageProposal proposal = propose("vypiska_2024-02.xml", STATEMENT, Optional.empty()).get();
    assertThat(proposal.contract().value()).isEqualTo("posting");
    assertThat(proposal.summary().rows()).isEqualTo(3);
    assertThat(proposal.summary().clean()).isEqualTo(3);
    Profile profile = ConfigFile.read(proposal.yaml(), Profile.class);
    assertThat(profile.provider()).isEqualTo("BANK_07");
    assertThat(profile.constants()).containsEntry("bank_id", "BANK_07");
    assertThat(profile.matches("vypiska_2024-03.xml")).isTrue();
    assertThat(profile.columns()).isEqualTo(ALL.byName().get("ISO20022_CAMT053").columns());
  }

  @Test
  void aPersonSettlesWhatNoMessageSays() throws IOException {
    String yaml = propose("vypiska.xml", STATEMENT, Optional.empty()).get().yaml();
    assertThat(yaml.lines().filter(line -> line.contains("TODO")))
        .hasSize(4)
        .anyMatch(line -> line.startsWith("timezone: UTC  # TODO"))
        .anyMatch(line -> line.startsWith("constants: {"))
        // A code of the bank's own falls to the rest; what may be a name is not shown.
        .anyMatch(line -> line.endsWith("read as TRANSFER_OTHER: SMS-BANKING"))
        // Whether the customer did it, the salary's code does not say either.
        .anyMatch(line -> line.endsWith("read as true: PMNT RCDT SALA, SMS-BANKING"));
    assertThat(yaml).doesNotContain("Rahimov");
  }

  @Test
  void otherMessagesAndOtherContractsAreNotGuessed() throws IOException {
    String order = message("pain.001.001.03", "");
    assertThat(propose("order.xml", order, Optional.empty())).isEmpty();
    assertThat(propose("vypiska.xml", STATEMENT, Optional.of("transfer"))).isEmpty();
    assertThat(propose("list.csv", "a,b\n1,2\n", Optional.empty())).isEmpty();
  }
}
