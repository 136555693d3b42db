package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.ConfigProblem;

class ProfilesTest {
  private static final String HEAD = "provider: P1\ncontract: payment\nfiles: \"p1_*.csv\"\n";

  @TempDir private Path conf;

  @BeforeEach
  void writeCodes() throws IOException {
    Files.createDirectory(conf.resolve("providers"));
    Files.writeString(conf.resolve("codes.yaml"), "country: {Россия: RUS}\ncurrency: {RUR: RUB}\n");
  }

  private Path write(String name, String yaml) throws IOException {
    return Files.writeString(conf.resolve("providers").resolve(name), yaml);
  }

  private Profiles read() {
    return Profiles.read(conf, List.of(Given.PAYMENTS));
  }

  @Test
  void aProfileIsKnownByItsFilesNameAndClaimsFilesByPattern() throws IOException {
    write("P1.yaml", HEAD);
    write("P2.yaml", HEAD.replace("p1_*", "p2_*"));
    Profiles profiles = read();
    assertThat(profiles.byName()).containsOnlyKeys("P1", "P2");
    assertThat(profiles.namesFor("p1_2024-Q1.csv.gz")).containsExactly("P1");
    assertThat(profiles.namesFor("p1_2024-Q1.csv")).containsExactly("P1");
    assertThat(profiles.namesFor("p3_2024-Q1.csv")).isEmpty();
    assertThat(profiles.words().get("country")).containsEntry("россия", "RUS");
  }

  @Test
  void whatAProfileDoesNotSayHasADefault() throws IOException {
    write("P1.yaml", HEAD);
    Profile profile = read().byName().get("P1");
    assertThat(profile.format()).isEqualTo("delimited");
    assertThat(profile.encoding()).isEqualTo("UTF-8");
    assertThat(profile.delimiter()).isEqualTo(",");
    assertThat(profile.decimalMark()).isEqualTo(".");
    assertThat(profile.timezone()).isEqualTo("UTC");
    assertThat(profile.dateLayout()).isEqualTo(DateLayout.ISO);
  }

  @Test
  void anUnknownKeyIsNamedWithItsFileAndLineAndTheKnownOnes() throws IOException {
    Path file = write("P1.yaml", HEAD + "delimeter: ';'\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigProblem.class)
        .hasMessageStartingWith(file + ":4: 'delimeter' is not a known key. Known keys: ")
        .hasMessageContaining("delimiter");
  }

  @Test
  void aKeyThatOccursTwiceIsAnError() throws IOException {
    Path file = write("P1.yaml", HEAD + "timezone: UTC\ntimezone: Asia/Dushanbe\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigProblem.class)
        .hasMessageStartingWith(file + ":5: the key 'timezone' stands here for the second time")
        .hasMessageEndingWith("Mend the file.");
    write("P1.yaml", HEAD + "columns:\n  id: [a]\n  id: [b]\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("the key 'id' stands here for the second time");
  }

  @Test
  void allWrongEntriesOfAProfileAreNamedAtOnce() throws IOException {
    Path file =
        write(
            "P1.yaml",
            HEAD
                + "columns: {amuont: [x]}\nconstants: {nation: RUS}\nformat: excel\n"
                + "delimiter: ',,'\ndecimal_mark: ';'\nencoding: UTF-9\ntimezone: Moscow\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigProblem.class)
        .hasMessage(
            file
                + ": 'amuont' is no field of contract payment; 'nation' is no field of contract"
                + " payment; format must be delimited, xml, json or jsonl, not 'excel'; delimiter"
                + " must be one character, and no quote or line break; decimal_mark must be '.' or"
                + " ','; encoding 'UTF-9' is not known; timezone"
                + " 'Moscow' is not known; write it as Europe/Moscow. Mend the profile.");
  }

  @Test
  void xmlNeedsTheNameOfItsRecords() throws IOException {
    write("P1.yaml", HEAD + "format: xml\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("format xml needs 'record'");
  }

  @Test
  void aDateLayoutThatIsNotListedIsAnError() throws IOException {
    Path file = write("P1.yaml", HEAD + "date_layout: YMD\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigProblem.class)
        .hasMessageStartingWith(file + ":4: ")
        .hasMessageContaining("DMY_DOTS");
  }

  @Test
  void anUnknownContractIsAnError() throws IOException {
    Path file = write("P1.yaml", HEAD.replace("payment", "deposit"));
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigProblem.class)
        .hasMessage(file + ": contract 'deposit' is not known. Use one of payment.");
  }

  @Test
  void aProfileWithoutItsNecessaryKeysIsAnError() throws IOException {
    Path file = write("P1.yaml", "provider: P1\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigProblem.class)
        .hasMessage(file + ": needs 'provider', 'contract' and 'files'. Mend the profile.");
  }

  @Test
  void anEmptyProfileIsAnError() throws IOException {
    Path file = write("P1.yaml", "");
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void twoProfilesMustNotClaimOneFile() throws IOException {
    write("P1.yaml", HEAD);
    write("P2.yaml", HEAD.replace("p1_*", "p*"));
    Profiles profiles = read();
    assertThatThrownBy(() -> profiles.namesFor("p1_2024.csv"))
        .isInstanceOf(ConfigProblem.class)
        .hasMessage(
            "p1_2024.csv: profiles P1, P2 all claim the file. Make their 'files' patterns"
                + " exclusive, or let each name another 'sheet' of a workbook.");
  }

  @Test
  void profilesOfDifferentSheetsShareAWorkbookButNoOtherFile() throws IOException {
    write("P1.yaml", HEAD.replace("p1_*.csv", "p1_*.{csv,xlsx}") + "sheet: a\n");
    write("P2.yaml", HEAD.replace("p1_*.csv", "p1_*.{csv,xlsx}") + "sheet: b\n");
    Profiles profiles = read();
    assertThat(profiles.namesFor("p1_2024.xlsx")).containsExactly("P1", "P2");
    assertThat(profiles.namesFor("p1_2024.XLSX.gz")).isEmpty();
    assertThat(profiles.namesFor("p1_2024.xlsx.gz")).containsExactly("P1", "P2");
    assertThatThrownBy(() -> profiles.namesFor("p1_2024.csv")).isInstanceOf(ConfigProblem.class);
  }

  @Test
  void aFolderWithoutProfilesIsAnError() throws IOException {
    Files.delete(conf.resolve("providers"));
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigProblem.class)
        .hasMessage(
            conf.resolve("providers")
                + ": no such folder of provider profiles. Point --conf-dir to a conf folder.");
  }

  @Test
  void missingCodesAreAnError() throws IOException {
    Files.delete(conf.resolve("codes.yaml"));
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigProblem.class)
        .hasMessageStartingWith(conf.resolve("codes.yaml").toString());
  }

  @Test
  void codesWithOneListOnlyAreRead() throws IOException {
    Files.writeString(conf.resolve("codes.yaml"), "country: {Россия: RUS}\n");
    write("P1.yaml", HEAD);
    assertThat(read().words().get("country")).containsEntry("россия", "RUS");
  }
}
