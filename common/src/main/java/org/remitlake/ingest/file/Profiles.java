package org.remitlake.ingest.file;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.remitlake.contract.ConfigFile;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.DeliveryContract;

/**
 * All profiles of a configuration folder.
 *
 * @param byName profiles by the name of their file, without {@code .yaml}, in order
 * @param words words that all partners share, by kind: {@code country}, {@code currency}
 */
public record Profiles(Map<String, Profile> byName, Map<String, Map<String, String>> words) {

  private static final Pattern ALPHA3 = Pattern.compile("[A-Z]{3}");

  /** What {@code codes.yaml} holds. */
  private record Codes(Map<String, String> country, Map<String, String> currency) {}

  /**
   * Reads {@code providers/*.yaml}, {@code surveys/*.yaml} where there is such a folder, and {@code
   * codes.yaml} of a folder.
   *
   * @throws ConfigProblem if a file is missing, is not YAML, or has a key or a code that nothing
   *     knows
   */
  public static Profiles read(Path conf, List<DeliveryContract> contracts) {
    Map<String, DeliveryContract> known =
        contracts.stream().collect(Collectors.toMap(DeliveryContract::name, c -> c));
    Map<String, Map<String, String>> words = words(conf.resolve("codes.yaml"));
    Map<String, Profile> profiles = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files(conf)) {
      Profile profile = profile(file, known);
      List<String> wrong =
          ProfileCheck.problems(file, profile, known.get(profile.contract()), words);
      if (!wrong.isEmpty()) {
        problems.add(file + ": " + String.join("; ", wrong) + ". Mend the profile.");
      }
      String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
      if (profiles.putIfAbsent(name, profile) != null) {
        problems.add(file + ": another folder has a profile of this name. Rename one of them.");
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigProblem(String.join("\n", problems));
    }
    return new Profiles(profiles, words);
  }

  private static Profile profile(Path file, Map<String, DeliveryContract> known) {
    Profile profile = ConfigFile.read(file, Profile.class);
    if (profile.provider() == null || profile.files() == null || profile.contract() == null) {
      throw new ConfigProblem(
          file + ": needs 'provider', 'contract' and 'files'. Mend the profile.");
    }
    if (!known.containsKey(profile.contract())) {
      throw new ConfigProblem(
          "%s: contract '%s' is not known. Use one of %s."
              .formatted(file, profile.contract(), String.join(", ", known.keySet())));
    }
    return profile;
  }

  private static Map<String, Map<String, String>> words(Path file) {
    Codes codes = ConfigFile.read(file, Codes.class);
    return Map.of(
        "country", lowerKeys(file, codes.country()), "currency", lowerKeys(file, codes.currency()));
  }

  private static Map<String, String> lowerKeys(Path file, Map<String, String> map) {
    Map<String, String> lower = new TreeMap<>();
    Optional.ofNullable(map)
        .orElse(Map.of())
        .forEach(
            (word, code) -> {
              if (code == null || !ALPHA3.matcher(code).matches()) {
                throw new ConfigProblem(
                    "%s: '%s' stands for no code of three capital letters. Mend the file."
                        .formatted(file, word));
              }
              lower.put(Words.normal(word), code);
            });
    return lower;
  }

  /**
   * Names of the profiles that a file name matches: none, one, or one for each of several sheets of
   * a workbook.
   *
   * @throws ConfigProblem if several match and do not name different sheets
   */
  public List<String> namesFor(String fileName) {
    List<String> names =
        byName.entrySet().stream()
            .filter(e -> e.getValue().matches(fileName))
            .map(Map.Entry::getKey)
            .toList();
    Set<String> sheets = names.stream().map(n -> byName.get(n).sheet()).collect(toSet());
    boolean isWorkbook = Unpacked.name(fileName).toLowerCase(Locale.ROOT).endsWith(".xlsx");
    boolean isShared = isWorkbook && sheets.size() == names.size() && !sheets.contains("");
    if (names.size() > 1 && !isShared) {
      throw new ConfigProblem(
          "%s: profiles %s all claim the file. Make their 'files' patterns exclusive, or let each name another"
                  .formatted(fileName, String.join(", ", names))
              + " 'sheet' of a workbook.");
    }
    return names;
  }

  private static List<Path> files(Path conf) {
    Path providers = conf.resolve("providers");
    List<Path> files = new ArrayList<>(yamlFiles(providers));
    if (files.isEmpty()) {
      throw new ConfigProblem(
          providers + ": no profile (.yaml) here, so no file could be read. Add one.");
    }
    if (Files.isDirectory(conf.resolve("surveys"))) {
      files.addAll(yamlFiles(conf.resolve("surveys")));
    }
    return files;
  }

  private static List<Path> yamlFiles(Path folder) {
    try {
      return ConfigFile.in(folder);
    } catch (IOException e) {
      throw new ConfigProblem(
          folder + ": no such folder of provider profiles. Point --conf-dir to a conf folder.", e);
    }
  }
}
