package org.remitlake.ingest.proposal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.ingest.file.Unpacked;

/** What the name of a file tells: the provider, and which names the next files will have. */
record FileName(String name) {
  /** What a comment says of profiles that are {@link #claimedBy}. */
  static final String CLAIMED =
      "TODO profile %s claims this file's name already: make the 'files' patterns exclusive.";

  /** Takes the suffix of gzip off: ingest does so, too. */
  FileName {
    name = Unpacked.name(name);
  }

  /** A part of a name that changes from file to file: a period, a date, a version, a number. */
  private static final Pattern CHANGING =
      Pattern.compile(
          "(?i)(v?\\d+|\\d{4}-?(q|h|m|w)\\d{1,2}|(q|h)[1-4]|\\d+-\\d+(-\\d+)?|\\d{4}-\\d{2}-\\d{2}"
              + "|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|copy|final|new)");

  private static final Set<String> COMMON =
      Set.of("transfer", "transfers", "export", "report", "extract", "data", "file", "test", "csv");

  /** The pattern for {@code files}: what changes becomes {@code *}. */
  String pattern() {
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    StringBuilder pattern = new StringBuilder();
    StringBuilder part = new StringBuilder();
    boolean code = false;
    for (int i = 0; i <= stem.length(); i++) {
      char c = i < stem.length() ? stem.charAt(i) : '_';
      if (i < stem.length() && c != '_' && c != ' ' && c != '.' && c != '(' && c != ')') {
        part.append(c);
        continue;
      }
      String word = part.toString();
      // the number behind capitals belongs to a provider's code: MTO_07
      boolean number = code && word.matches("\\d{1,2}");
      pattern.append(CHANGING.matcher(word).matches() && !number ? "*" : escaped(word));
      pattern.append(i < stem.length() ? escaped(String.valueOf(c)) : "");
      code = word.matches("[A-Z]{2,}");
      part.setLength(0);
    }
    String joined = pattern.toString().replaceAll("\\*([_ .()]|\\\\.)*\\*", "*");
    while (joined.matches(".*\\*([_ .]*)\\*.*")) {
      joined = joined.replaceFirst("\\*[_ .]*\\*", "*");
    }
    return joined + (dot > 0 ? escaped(name.substring(dot)) : "");
  }

  private static String escaped(String word) {
    return word.replaceAll("([\\\\*?\\[\\]{}])", "\\\\$1");
  }

  /** The provider's code as the name has it, or empty. */
  String provider(Set<String> contracts) {
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    List<String> words = Arrays.asList(stem.split("[_ .()]+"));
    StringBuilder code = new StringBuilder();
    String before = "";
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      boolean number = before.matches("[A-Z]{2,}") && word.matches("\\d{1,2}");
      boolean plain = word.matches("[A-Za-z][A-Za-z0-9]*") && !CHANGING.matcher(word).matches();
      if (number || (plain && !contracts.contains(lower) && !COMMON.contains(lower))) {
        code.append(code.isEmpty() ? "" : "_").append(word.toUpperCase(Locale.ROOT));
      }
      before = word;
    }
    return code.toString();
  }

  /** The provider as a person gave it, or as the name tells it. */
  static Finding provider(String fileName, List<DeliveryContract> contracts, Proposal.Given given) {
    if (given.provider().isPresent()) {
      return new Finding(given.provider().get(), Certainty.SURE, "given");
    }
    Set<String> names = contracts.stream().map(DeliveryContract::name).collect(Collectors.toSet());
    String code = new FileName(fileName).provider(names);
    return code.isEmpty()
        ? new Finding("NEW_PARTNER", Certainty.GUESS, "the file's name tells no code; choose one")
        : new Finding(code, Certainty.GUESS, "from the file's name");
  }

  /** Names of the profiles that claim a file already. */
  static String claimedBy(String fileName, Profiles profiles) {
    return profiles.byName().entrySet().stream()
        .filter(e -> e.getValue().matches(fileName))
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }
}
