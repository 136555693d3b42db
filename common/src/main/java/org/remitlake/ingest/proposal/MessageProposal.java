package org.remitlake.ingest.proposal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.file.FileBytes;
import org.remitlake.ingest.file.FileSource;
import org.remitlake.ingest.file.Inspector;
import org.remitlake.ingest.file.PlainText;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.ingest.file.UnreadableFile;

/**
 * A profile for an ISO 20022 message. What its elements mean is known, so nothing is guessed: the
 * profile of that message is taken from the configuration, for another partner. A person settles
 * what no message says.
 */
public record MessageProposal(String fileName, Finding contract, String yaml, Summary summary)
    implements ProposedProfile {
  /** In which the name of the message stands, of whatever version. */
  private static final Pattern NAMESPACE =
      Pattern.compile("urn:iso:std:iso:20022:tech:xsd:(camt\\.053|pacs\\.008)\\.");

  /** A document's root and its namespaces stand before. */
  private static final int ROOT_ENDS = 4096;

  /** The standard's codes and a bank's own; others may be words about a person. */
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9 /_.+-]{0,34}");

  /** Whose other words are summed up in one code. */
  private static final String OTHERS = "*";

  /**
   * Proposes, if the file is such a message and the configuration has its profile.
   *
   * @param conf folder of the configuration
   * @throws UnreadableFile if the message cannot be read
   */
  public static Optional<MessageProposal> of(
      String fileName,
      FileSource source,
      Path conf,
      Profiles profiles,
      List<DeliveryContract> contracts,
      Proposal.Given given)
      throws IOException {
    Head head = Head.of(PlainText.of(source, Table.MOST_ROWS));
    byte[] bytes = head.bytes();
    Matcher named =
        NAMESPACE.matcher(new String(bytes, 0, Math.min(bytes.length, ROOT_ENDS), ISO_8859_1));
    if (!named.find()) {
      return Optional.empty();
    }
    String message = named.group(1);
    String name = "ISO20022_" + message.replace(".", "").toUpperCase(Locale.ROOT);
    Profile profile = profiles.byName().get(name);
    if (profile == null
        || given.contract().filter(c -> !c.equals(profile.contract())).isPresent()) {
      return Optional.empty();
    }
    DeliveryContract contract =
        contracts.stream()
            .filter(c -> c.name().equals(profile.contract()))
            .findFirst()
            .orElseThrow();
    List<String> lines = new ArrayList<>();
    lines.add(
        Yaml.comment(
            "Proposed by 'remit profile' from %s, an ISO 20022 %s message: profile %s for another"
                    .formatted(fileName, message, name)
                + " partner."));
    Trial trial = new Trial(0, 0, List.of(), "");
    if (head.whole()) {
      trial = Trial.of(bytes, profile, contract, profiles.words());
      lines.addAll(trial.comments());
      if (!trial.verdict().isEmpty()) {
        lines.add(Yaml.comment(Trial.REJECTED.formatted(trial.verdict())));
      }
    }
    String claimed = FileName.claimedBy(fileName, profiles);
    if (!claimed.isEmpty()) {
      lines.add(Yaml.comment(FileName.CLAIMED.formatted(claimed)));
    }
    Finding provider = FileName.provider(fileName, contracts, given);
    for (String line : Files.readAllLines(conf.resolve("providers/" + name + ".yaml"), UTF_8)) {
      lines.add(adapted(line, profile, provider, fileName));
    }
    if (head.whole() && trial.verdict().isEmpty()) {
      lines.addAll(ownCodes(bytes, profile, contract));
    }
    String yaml = String.join("\n", lines) + "\n";
    Summary summary =
        new Summary(
            profile.columns().size() + profile.document().size(),
            0,
            ProposedProfile.todos(yaml),
            trial.rows(),
            trial.clean());
    Finding found = new Finding(contract.name(), Certainty.SURE, "ISO 20022 " + message);
    return Optional.of(new MessageProposal(fileName, found, yaml, summary));
  }

  private static String adapted(String line, Profile profile, Finding provider, String fileName) {
    if (line.startsWith("provider:")) {
      return "provider: %s  %s"
          .formatted(Yaml.quoted(provider.value()), Yaml.comment(provider.comment()));
    }
    if (line.startsWith("files:")) {
      return "files: " + Yaml.quoted(new FileName(fileName).pattern());
    }
    String own = line.replaceAll("\\b" + profile.provider() + "\\b", provider.value());
    if (own.startsWith("timezone:")) {
      return own + "  # TODO the partner's zone, of times that do not say theirs";
    }
    return own.startsWith("constants:")
        ? own + "  # TODO what messages do not say: check each"
        : own;
  }

  /** Codes of the partner that the profile sums up with all others. */
  private static List<String> ownCodes(byte[] bytes, Profile profile, DeliveryContract contract)
      throws IOException {
    FileSource source = () -> new ByteArrayInputStream(bytes);
    Map<String, List<String>> words =
        Inspector.inspect(source, FileBytes.of(source), profile, contract, true).words();
    List<String> lines = new ArrayList<>();
    profile
        .values()
        .forEach(
            (field, codes) -> {
              TreeSet<String> others = new TreeSet<>(words.getOrDefault(field, List.of()));
              others.removeAll(codes.keySet());
              others.removeIf(word -> !CODE.matcher(word).matches());
              if (codes.containsKey(OTHERS) && !others.isEmpty()) {
                lines.add(
                    Yaml.comment(
                        "TODO values of %s: this file has codes that are read as %s: %s"
                            .formatted(field, codes.get(OTHERS), String.join(", ", others))));
              }
            });
    return lines;
  }
}
