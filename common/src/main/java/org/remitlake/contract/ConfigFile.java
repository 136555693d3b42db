package org.remitlake.contract;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
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
          "%s:%d: '%s' is not a known key. Known keys: %s."
              .formatted(file, lineOf(file, e.getPropertyName()), e.getPropertyName(), known(e)),
          e);
    } catch (MismatchedInputException e) {
      throw new ConfigProblem(
          "%s:%d: %s. Mend the file.".formatted(file, e.getLocation().getLineNr(), wrongValue(e)),
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

  /** Reads YAML that comes from elsewhere than a file. */
  public static <T> T read(String yaml, Class<T> type) throws JsonProcessingException {
    return YAML.readValue(yaml, type);
  }

  /** Binds a tree that was read from a file and then altered. */
  public static <T> T bind(TreeNode tree, Class<T> type) throws JsonProcessingException {
    return YAML.treeToValue(tree, type);
  }

  /** The known keys at the place of an unknown one. */
  public static String known(UnrecognizedPropertyException e) {
    return e.getKnownPropertyIds().stream()
        .map(Object::toString)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** The key whose value has the wrong kind, and what kind is wanted. */
  private static String wrongValue(MismatchedInputException e) {
    String key =
        e.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(name -> name != null)
            .collect(Collectors.joining("."));
    Class<?> type = e.getTargetType();
    String wanted =
        type == null
            ? ""
            : type.isEnum()
                ? ", use one of "
                    + Arrays.stream(type.getEnumConstants())
                        .map(Object::toString)
                        .collect(Collectors.joining(", "))
                : Number.class.isAssignableFrom(type) || type.isPrimitive()
                    ? ", a number is wanted"
                    : "";
    return (key.isEmpty()
            ? "the file is not a map of keys"
            : "the value of '" + key + "' does not fit")
        + wanted;
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
