package org.remitlake.ingest.proposal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.file.DateLayout;
import org.remitlake.ingest.file.FileSource;
import org.remitlake.ingest.file.PlainText;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.ingest.file.UnreadableFile;

/**
 * A profile for a file that no profile knows, with the evidence for each of its entries.
 *
 * @param fileName the file
 * @param whole whether all of it was looked at, and not its beginning only
 * @param encoding character set
 * @param table columns and rows
 * @param matches which column gives which field
 * @param contract name of the contract
 * @param provider the provider's code
 * @param style how numbers and dates are written
 * @param words words of coded columns, by field
 * @param constants mandatory fields without a column
 * @param ignored columns that give no field, and why
 * @param claimedBy profile that claims the file's name already, or empty
 * @param trial what came of using it
 */
public record Proposal(
    String fileName,
    boolean whole,
    Finding encoding,
    Table table,
    Matches matches,
    Finding contract,
    Finding provider,
    FileStyle style,
    Map<String, CodeWords> words,
    Constants constants,
    Map<String, String> ignored,
    String claimedBy,
    Trial trial)
    implements ProposedProfile {
  /**
   * What a person said beforehand.
   *
   * @param contract name of the contract
   * @param provider code of the provider
   */
  public record Given(Optional<String> contract, Optional<String> provider) {}

  /**
   * Proposes.
   *
   * @param contracts contracts to choose from
   *     <p>A gzip is taken off; of a workbook the rows are read as ingest reads them by a profile
   *     that says nothing of dates and decimal marks.
   * @throws UnreadableFile if the file has no rows that could be read, by any profile
   * @throws org.remitlake.contract.ConfigProblem if its columns fit no contract and none was given
   */
  public static Proposal of(
      String fileName,
      FileSource source,
      Profiles profiles,
      List<DeliveryContract> contracts,
      Given given)
      throws IOException {
    Head head = Head.of(PlainText.of(source, Table.MOST_ROWS));
    EncodingGuess encoding = EncodingGuess.of(head);
    String start = encoding.text().stripLeading();
    boolean isXml = start.startsWith("<");
    boolean isJson = start.startsWith("{") || start.startsWith("[");
    boolean named = isXml || isJson;
    String text = named || head.whole() ? encoding.text() : WholeRows.of(encoding.text());
    Table table =
        isXml ? XmlTable.table(head) : isJson ? JsonTable.table(head) : DialectGuess.table(text);
    Header.check(table);
    Fit.Vocabulary vocabulary = new Fit.Vocabulary(profiles.words(), new Aliases(profiles));
    List<ColumnEvidence> columns = ColumnEvidence.of(table);
    Set<String> units = Units.in(table.header(), vocabulary.bare());
    byte[] bytes = named ? head.bytes() : text.getBytes(UTF_8);
    refuseBroken(bytes, table, contracts.get(0), head.whole());
    ContractGuess guess =
        ContractGuess.of(contracts, given.contract(), columns, vocabulary, units, fileName);
    Finding provider = FileName.provider(fileName, contracts, given);
    FileStyle style = FileStyle.of(table, guess.matches(), vocabulary.bare());
    Constants constants = Constants.of(guess.matches(), provider.value(), vocabulary.bare());
    Map<String, CodeWords> words = new LinkedHashMap<>();
    guess
        .matches()
        .byField()
        .forEach(
            (field, match) ->
                words.put(
                    field,
                    CodeWords.of(
                        guess.matches().contract().field(field), match.column(), vocabulary)));
    Proposal untried =
        new Proposal(
            fileName,
            head.whole(),
            encoding.found(),
            table,
            guess.matches(),
            guess.found(),
            provider,
            style,
            words,
            constants,
            Unmapped.of(columns, guess.matches(), vocabulary),
            FileName.claimedBy(fileName, profiles),
            new Trial(0, 0, List.of(), ""));
    Profile inUtf8 = untried.profile(named ? encoding.found().value() : "UTF-8");
    boolean cut = named && !head.whole();
    return cut
        ? untried
        : untried.tried(Trial.of(bytes, inUtf8, guess.matches().contract(), profiles.words()));
  }

  private Proposal tried(Trial done) {
    return new Proposal(
        fileName, whole, encoding, table, matches, contract, provider, style, words, constants,
        ignored, claimedBy, done);
  }

  /** Reads the rows once, by no columns at all: what breaks then breaks for every profile. */
  private static void refuseBroken(byte[] bytes, Table table, DeliveryContract any, boolean whole)
      throws IOException {
    if (table.format().equals("delimited") || whole) {
      Profile bare =
          Profile.plain("", any.name(), "*", table.format(), delimiter(table), table.record());
      Trial.of(bytes, bare, any, Map.of("country", Map.of(), "currency", Map.of()));
    }
  }

  private static String delimiter(Table table) {
    return table.delimiter().isEmpty() ? null : table.delimiter();
  }

  /** The profile as ingest would hold it, read by a character set. */
  public Profile profile(String charset) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    Map<String, String> document = new LinkedHashMap<>();
    matches
        .byField()
        .forEach(
            (field, match) -> {
              if (table.document().contains(match.column().name())) {
                document.put(match.column().name(), field);
              } else {
                columns.put(field, List.of(match.column().name()));
              }
            });
    Map<String, String> fixed = new LinkedHashMap<>();
    constants.given().forEach((field, finding) -> fixed.put(field, finding.value()));
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    words.forEach(
        (field, list) -> {
          Map<String, String> codes = new LinkedHashMap<>();
          list.mapped().forEach((word, code) -> codes.put(word, code.value()));
          if (!codes.isEmpty()) {
            values.put(field, codes);
          }
        });
    return new Profile(
        provider.value(),
        contract.value(),
        new FileName(fileName).pattern(),
        table.format(),
        charset,
        delimiter(table),
        style.decimalMark().value(),
        style.timezone().value(),
        DateLayout.valueOf(style.dateLayout().value()),
        null,
        null,
        null,
        null,
        table.record(),
        null,
        document,
        fixed,
        columns,
        values,
        null,
        null,
        new ArrayList<>(ignored.keySet()),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Override
  public String yaml() {
    return new ProposalYaml(this).text();
  }

  @Override
  public Summary summary() {
    return new Summary(
        matches.byField().size(),
        ignored.size(),
        ProposedProfile.todos(yaml()),
        trial.rows(),
        trial.clean());
  }
}
