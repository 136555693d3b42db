package org.remitlake.ingest.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.DeliveryContract;

/**
 * All profiles of a configuration folder.
 *
 * @param byName profiles by the name of their file, without {@code .yaml}, in order
 * @param words words that all partners share, by kind: {@code country}, {@code currency}
 */
public record Profiles(Map<String, Profile> byName, Map<String, Map<String, String>> words) {

  /** YAML as this project reads it: unknown and repeated keys are errors. */
  public static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /** What {@code codes.yaml} holds. */
  private record Codes(Map<String, String> country, Map<String, String> currency) {}

  /**
   * Reads {@code providers/*.yaml} and {@code codes.yaml} of a folder.
   *
   * @throws ConfigProblem if a file is missing, is not YAML, or has a key that nothing knows
   */
  public static Profiles read(Path conf, List<DeliveryContract> contracts) {
    Map<String, DeliveryContract> known =
        contracts.stream().collect(Collectors.toMap(DeliveryContract::name, c -> c));
    Map<String, Profile> profiles = new TreeMap<>();
    for (Path file : yamlFiles(conf.resolve("providers"))) {
      Profile profile = parse(file, Profile.class);
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
      profiles.put(file.getFileName().toString().replaceFirst("\\.yaml$", ""), profile);
    }
    Codes codes = parse(conf.resolve("codes.yaml"), Codes.class);
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

  /** Reads one YAML file into a record; problems name the file, the key and the line. */
  public static <T> T parse(Path file, Class<T> type) {
    try {
      T value = YAML.readValue(Files.readString(file), type);
      if (value == null) {
        throw new ConfigProblem(file + ": the file is empty. Fill it in or delete it.");
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw new ConfigProblem(
          "%s:%d: '%s' is not a known key. Known keys: %s."
              .formatted(
                  file,
                  lineOf(file, e.getPropertyName()),
                  e.getPropertyName(),
                  e.getKnownPropertyIds().stream()
                      .map(Object::toString)
                      .sorted()
                      .collect(Collectors.joining(", "))),
          e);
    } catch (JsonProcessingException e) {
      throw new ConfigProblem(
          "%s:%d: not valid: %s. Mend the file."
              .formatted(
                  file,
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getOriginalMessage().lines().findFirst().orElse("")),
          e);
    } catch (IOException e) {
      throw new ConfigProblem(file + ": cannot be read. Check that it exists and is text.", e);
    }
  }

  /** The parser has read past the key when it complains. */
  private static long lineOf(Path file, String key) {
    try (Stream<String> lines = Files.lines(file)) {
      return 1 + lines.takeWhile(line -> !line.strip().startsWith(key + ":")).count();
    } catch (IOException e) {
      return 0;
    }
  }
}
