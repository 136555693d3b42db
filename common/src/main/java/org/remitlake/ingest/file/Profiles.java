package org.remitlake.ingest.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** What {@code codes.yaml} holds. */
  private record Codes(Map<String, String> country, Map<String, String> currency) {}

  /**
   * Reads {@code providers/*.yaml}, {@code surveys/*.yaml} where there is such a folder, and {@code
   * codes.yaml} of a folder.
   *
   * @throws ConfigProblem if a file is missing, is not YAML, or has a key that nothing knows
   */
  public static Profiles read(Path conf, List<DeliveryContract> contracts) {
    Map<String, DeliveryContract> known =
        contracts.stream().collect(Collectors.toMap(DeliveryContract::name, c -> c));
    Map<String, Profile> profiles = new TreeMap<>();
    List<Path> files = new ArrayList<>(yamlFiles(conf.resolve("providers")));
    if (Files.isDirectory(conf.resolve("surveys"))) {
      files.addAll(yamlFiles(conf.resolve("surveys")));
    }
    for (Path file : files) {
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
      profile.check(file.toString(), known.get(profile.contract()));
      String name = file.getFileName().toString().replaceFirst("\\.yaml$", "");
      if (profiles.putIfAbsent(name, profile) != null) {
        throw new ConfigProblem(
            file + ": another folder has a profile of this name. Rename one of them.");
      }
    }
    Codes codes = ConfigFile.read(conf.resolve("codes.yaml"), Codes.class);
    return new Profiles(
        profiles,
        Map.of("country", lowerKeys(codes.country()), "currency", lowerKeys(codes.currency())));
  }

  private static Map<String, String> lowerKeys(Map<String, String> map) {
    Map<String, String> lower = new TreeMap<>();
    Optional.ofNullable(map)
        .orElse(Map.of())
        .forEach((word, code) -> lower.put(Words.normal(word), code));
    return lower;
  }

  /**
   * The name of the only profile that a file name matches, or empty.
   *
   * @throws ConfigProblem if several match
   */
  public Optional<String> nameFor(String fileName) {
    List<String> names =
        byName.entrySet().stream()
            .filter(e -> e.getValue().matches(fileName))
            .map(Map.Entry::getKey)
            .toList();
    if (names.size() > 1) {
      throw new ConfigProblem(
          "%s: profiles %s all claim the file. Make their 'files' patterns exclusive."
              .formatted(fileName, String.join(", ", names)));
    }
    return names.stream().findFirst();
  }

  private static List<Path> yamlFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new ConfigProblem(
          folder + ": no such folder of provider profiles. Point --conf-dir to a conf folder.", e);
    }
  }
}
