package org.remitlake.contract;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * YAML as this project reads it: keys in snake case, unknown and repeated keys are errors. Problems
 * name the place and never the value, which may be a secret in the wrong line.
 */
public final class ConfigFile {

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private ConfigFile() {}

  /**
   * Reads one file into a record.
   *
   * @throws ConfigProblem naming file, line and key if the file is missing or empty, is not YAML,
   *     or has a key or a value that the record does not take
   */
  public static <T> T read(Path file, Class<T> type) {
    try {
      T value = YAML.readValue(Files.readString(file), type);
      if (value == null) {
        throw new ConfigProblem(file + ": the file is empty. Fill it in or delete it.");
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw new ConfigProblem(
          "%s%s: '%s' is not a known key. Known keys: %s."
              .formatted(file, behind(file, e.getPropertyName()), e.getPropertyName(), known(e)),
          e);
    } catch (JsonMappingException e) {
      throw refused(file, e);
    } catch (JsonProcessingException e) {
      throw notValid(file, e);
    } catch (IOException e) {
      throw new ConfigProblem(file + ": cannot be read. Check that it exists and is text.", e);
    }
  }

  /** Whether a file holds nothing but comments and blank lines. */
  public static boolean saysNothing(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(String::strip)
          .allMatch(line -> line.isEmpty() || line.startsWith("#") || line.equals("---"));
    } catch (IOException | UncheckedIOException e) {
      return false; // reading it will say why
    }
  }

  /** Reads YAML that comes from elsewhere than a file. */
  public static <T> T read(String yaml, Class<T> type) throws JsonProcessingException {
    return YAML.readValue(yaml, type);
  }

  /** Binds a tree that was read from a file and then altered. */
  public static <T> T bind(TreeNode tree, Class<T> type) throws JsonProcessingException {
    return YAML.treeToValue(tree, type);
  }

  /** What a record's constructor has against its values, if that is why it could not be made. */
  public static Optional<ConfigProblem> objection(JsonMappingException e) {
    return e.getCause() instanceof ConfigProblem problem ? Optional.of(problem) : Optional.empty();
  }

  private static ConfigProblem notValid(Path file, JsonProcessingException e) {
    return new ConfigProblem(
        "%s:%d: %s. Mend the file."
            .formatted(file, YamlSyntax.line(e), YamlSyntax.of(e.getOriginalMessage())),
        e);
  }

  private static ConfigProblem refused(Path file, JsonMappingException e) {
    if (e.getCause() instanceof JsonParseException syntax) {
      return notValid(file, syntax);
    }
    if (e instanceof MismatchedInputException && e.getMessage().startsWith("Trailing token")) {
      return new ConfigProblem(
          "%s:%d: a second document begins, which would not be read. Keep one document in the file."
              .formatted(file, e.getLocation().getLineNr()),
          e);
    }
    Optional<ConfigProblem> objection = objection(e);
    if (objection.isPresent()) {
      return new ConfigProblem(
          "%s: %s. Mend the file.".formatted(file, objection.get().getMessage()), e);
    }
    String line = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
    return new ConfigProblem("%s%s: %s. Mend the file.".formatted(file, line, wrongValue(e)), e);
  }

  /**
   * The YAML files of a folder, by name.
   *
   * @throws ConfigProblem if a file there would be passed over because its name ends in {@code
   *     .yml}
   */
  public static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.sorted().toList();
      List<String> misnamed =
          all.stream()
              .map(f -> f.getFileName().toString())
              .filter(name -> name.endsWith(".yml"))
              .toList();
      if (!misnamed.isEmpty()) {
        throw new ConfigProblem(
            "%s: %s would not be read. Rename to .yaml, or take it out of the folder."
                .formatted(folder, String.join(", ", misnamed)));
      }
      return all.stream().filter(f -> f.toString().endsWith(".yaml")).toList();
    }
  }

  /** The known keys at the place of an unknown one. */
  public static String known(UnrecognizedPropertyException e) {
    return e.getKnownPropertyIds().stream()
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** The key whose value has the wrong kind, and what kind is wanted. */
  private static String wrongValue(JsonMappingException e) {
    String key =
        e.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(name -> name != null)
            .collect(Collectors.joining("."));
    String wanted = e instanceof MismatchedInputException wrong ? wanted(wrong) : "";
    return (key.isEmpty()
            ? "the file is not a map of keys"
            : "the value of '" + key + "' does not fit")
        + wanted;
  }

  private static String wanted(MismatchedInputException e) {
    Class<?> type = e.getTargetType();
    if (type == null) {
      return "";
    }
    if (type.isEnum()) {
      return ", use one of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "));
    }
    if (Collection.class.isAssignableFrom(type)) {
      return ", a list is wanted, as [one, two]";
    }
    if (Map.class.isAssignableFrom(type)) {
      return ", keys with values are wanted";
    }
    if (List.of(Integer.class, Long.class).contains(type)) {
      return ", a whole number is wanted";
    }
    boolean number = Number.class.isAssignableFrom(type) || type.isPrimitive();
    return number ? ", a number is wanted" : "";
  }

  /** Line of the first block that opens with a key, as {@code :4}; empty where none does. */
  private static String behind(Path file, String key) {
    return lineOf(file, key).stream().mapToObj(line -> ":" + line).findFirst().orElse("");
  }

  /** Line of the first block that opens with a key: the parser has read past it by then. */
  public static OptionalLong lineOf(Path file, String key) {
    try (Stream<String> lines = Files.lines(file)) {
      List<String> all = lines.map(String::strip).toList();
      return LongStream.range(0, all.size())
          .filter(i -> all.get((int) i).matches("[\"']?" + Pattern.quote(key) + "[\"']?:.*"))
          .map(i -> i + 1)
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return OptionalLong.empty();
    }
  }
}
