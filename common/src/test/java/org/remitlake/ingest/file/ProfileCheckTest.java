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
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;

/** Slips of the hand in profiles: each is named with its file before anything is read. */
class ProfileCheckTest {
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
  void wordsMustStandForCodesOfTheContract() throws IOException {
    Path file =
        write(
            "P1.yaml",
            HEAD
                + """
                columns:
                  id: [id]
                  amuont: [x]
                values:
                  country: {"Таджикистан": TJ, "Дом": TJK}
                  note: {"x": "y"}
                """);
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigProblem.class)
        .hasMessage(
            file
                + ": 'amuont' (line 6) is no field of contract payment; values of country: 'TJ' is"
                + " no code: use ISO 3166-1 alpha-3, as TJK; values of note: its cells are no code"
                + " words. Mend the profile.");
  }

  @Test
  void codesFlagsAndCurrenciesAreCheckedToo() throws IOException {
    DeliveryContract contract =
        DeliveryContract.delivery(
            "payment",
            List.of(),
            DeliveredField.optional("state", Kind.CODE, "State").of("SENT", "PAID"),
            DeliveredField.optional("free", Kind.CODE, "Any word"),
            DeliveredField.optional("money", Kind.CURRENCY, "Currency"),
            DeliveredField.optional("flag", Kind.FLAG, "Flag"));
    write(
        "P1.yaml",
        HEAD
            + "constants: {state: new, money: RUR, flag: maybe}\n"
            + "values: {state: {a: PAYED}, free: {a: b}, money: {р: RUR}, flag: {х: 'yes'}}\n");
    assertThatThrownBy(() -> Profiles.read(conf, List.of(contract)))
        .hasMessageContaining("values of state: 'PAYED' is no code: use one of SENT, PAID;")
        .hasMessageContaining("the constant of state means no code: use one of SENT, PAID;")
        .hasMessageContaining("values of money: 'RUR' is no code: use ISO 4217, as TJS;")
        .hasMessageContaining("values of flag: 'yes' is no code: use \"true\" or \"false\";")
        .hasMessageContaining("the constant of flag means no code")
        .hasMessageNotContaining("free")
        .hasMessageNotContaining("constant of money");
  }

  @Test
  void constantsMayBeWordsOfTheProfileOrSharedOnes() throws IOException {
    write("P1.yaml", HEAD + "constants: {country: Россия}\n");
    write(
        "P2.yaml",
        HEAD.replace("p1_", "p2_") + "constants: {country: дом}\nvalues: {country: {Дом: TJK}}\n");
    assertThat(read().byName()).hasSize(2);
    Path file = write("P1.yaml", HEAD + "constants: {country: Moskovia}\n");
    assertThatThrownBy(this::read)
        .hasMessageStartingWith(file + ": the constant of country means no code");
  }

  @Test
  void emptyEntriesAreNamedInAllProfilesAtOnce() throws IOException {
    Path one = write("P1.yaml", HEAD + "columns:\n  id:\n  amount: []\nvalues: {country: }\n");
    Path two = write("P2.yaml", HEAD.replace("p1_*", "p2_[") + "tiers: {'200': }\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigProblem.class)
        .hasMessage(
            one
                + ": 'id' (line 5) of columns is empty; 'amount' (line 6) of columns is empty;"
                + " 'country' of values is empty. Mend the profile.\n"
                + two
                + ": '200' of tiers is empty; files 'p2_[.csv' is no pattern; write it as"
                + " name_*.csv. Mend the profile.");
  }

  @Test
  void aColumnThatIsNoListSaysThatOneIsWanted() throws IOException {
    Path file = write("P1.yaml", HEAD + "columns:\n  id: ID\n");
    assertThatThrownBy(this::read)
        .hasMessage(
            file
                + ":5: the value of 'columns.id' does not fit, a list is wanted, as [one, two]. Mend"
                + " the file.");
  }

  @Test
  void profilesThatWouldNotBeReadAreRefused() throws IOException {
    assertThatThrownBy(this::read).hasMessageContaining("no profile (.yaml) here");
    write("P1.yaml", HEAD);
    write("P2.yml", HEAD);
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigProblem.class)
        .hasMessage(
            conf.resolve("providers")
                + ": P2.yml would not be read. Rename to .yaml, or take it out of the folder.");
  }

  @Test
  void aSharedWordMustStandForACode() throws IOException {
    write("P1.yaml", HEAD);
    Files.writeString(conf.resolve("codes.yaml"), "country: {Россия: RU}\n");
    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("'Россия' stands for no code of three capital letters");
  }

  @Test
  void keysOfTablesAreChecked() throws IOException {
    write(
        "P1.yaml",
        HEAD
            + "columns: {id: [id]}\ndate_system: 1905\nheader_row: 0\n"
            + "id_length: {id: 99, amount: 12, nothing: 3}\n");
    assertThatThrownBy(this::read)
        .hasMessageContaining("date_system must be 1900 or 1904; header_row must be 1 or more")
        .hasMessageContaining("id_length of id must be 1 to 64")
        .hasMessageContaining("id_length: 'amount' is no text of the contract's key")
        .hasMessageContaining("id_length: 'nothing' is no text of the contract's key");
  }
}
