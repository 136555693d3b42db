package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;

/**
 * A case of the reference whose every number must be asked for: a block without a test fails, and
 * so does a number of a block that its test neither compares nor leaves out with a reason.
 */
public final class ReferenceCase {
  private final JsonNode results;
  private final double relative;
  private final double absolute;
  private final String root;
  private final Set<String> read;

  private ReferenceCase(
      JsonNode results, double relative, double absolute, String root, Set<String> read) {
    this.results = results;
    this.relative = relative;
    this.absolute = absolute;
    this.root = root;
    this.read = read;
  }

  /** The part under a path, as if it were a block of its own. */
  public ReferenceCase under(String path) {
    return new ReferenceCase(results, relative, absolute, root + path, read);
  }

  /** One test for every block, and one that no block is forgotten. */
  public static List<DynamicTest> tests(String file, Map<String, Consumer<ReferenceCase>> checks) {
    JsonNode all = Reference.root(file);
    double relative = all.at("/tolerance/rel").asDouble();
    double absolute = all.at("/tolerance/abs").asDouble();
    assertThat(relative).isPositive();
    Set<String> blocks = new TreeSet<>();
    all.get("results").fieldNames().forEachRemaining(blocks::add);
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(
        dynamicTest("no block is forgotten", () -> assertThat(checks.keySet()).isEqualTo(blocks)));
    checks.forEach(
        (block, check) ->
            tests.add(
                dynamicTest(
                    block,
                    () -> {
                      JsonNode own = all.get("results").get(block);
                      ReferenceCase one =
                          new ReferenceCase(own, relative, absolute, "", new HashSet<>());
                      check.accept(one);
                      assertThat(one.unread()).as("neither compared nor left out").isEmpty();
                    })));
    return tests;
  }

  /** A number at a path such as {@code /coef/x/se}; p values far out by their logarithm. */
  public void close(String path, double actual) {
    close(path, actual, relative);
  }

  /** The same under an override of the case's tolerance. */
  public void close(String path, double actual, double looser) {
    double expected = number(path);
    if (path.endsWith("/p") || path.endsWith("/p_normal")) {
      Reference.pClose(actual, expected, looser, path);
      return;
    }
    assertThat(Math.abs(actual - expected))
        .as("%s: %s for %s", path, actual, expected)
        .isLessThanOrEqualTo(absolute + looser * Math.abs(expected));
  }

  /** A list of numbers. */
  public void close(String path, double[] actual) {
    assertThat(actual.length).as(path).isEqualTo(at(path).size());
    for (int i = 0; i < actual.length; i++) {
      close(path + "/" + i, actual[i]);
    }
  }

  /** A text. */
  public void same(String path, String actual) {
    read.add(root + path);
    assertThat(actual).as(path).isEqualTo(at(path).asText());
  }

  /** A whole number. */
  public void count(String path, long actual) {
    assertThat((double) actual).as(path).isEqualTo(number(path));
  }

  /** A truth value. */
  public void is(String path, boolean actual) {
    read.add(root + path);
    assertThat(actual).as(path).isEqualTo(at(path).asBoolean());
  }

  /** A missing value. */
  public void none(String path) {
    read.add(root + path);
    assertThat(at(path).isNull()).as(path).isTrue();
  }

  /** A diagnostic of R that must be tiny here too. */
  public void tiny(String path, double actual) {
    read.add(root + path);
    assertThat(Math.abs(actual)).as(path).isLessThan(1e-8);
  }

  /** A row of a table of coefficients: estimate, se, t, p, df and interval, as far as given. */
  public void row(String path, Estimate actual, double looser) {
    for (String key : keys(path)) {
      String at = path + "/" + key;
      switch (key) {
        case "estimate" -> close(at, actual.value(), looser);
        case "se" -> close(at, actual.standardError(), looser);
        case "t" -> close(at, actual.t(), looser);
        case "df" -> close(at, actual.degreesOfFreedom(), looser);
        case "p" -> close(at, actual.pValue(), looser);
        case "ci95_low" -> close(at, actual.interval(0.95).lower(), looser);
        case "ci95_high" -> close(at, actual.interval(0.95).upper(), looser);
        default -> throw new AssertionError("There is no " + key + " of an estimate.");
      }
    }
  }

  /** All of an {@code {df, coef, vcov}} object. */
  public void inference(String path, Inference actual, double looser) {
    List<String> names = keys(path + "/coef");
    assertThat(actual.names()).as(path).containsExactlyElementsOf(names);
    close(path + "/df", actual.estimate(names.get(0)).degreesOfFreedom(), looser);
    for (String name : names) {
      row(path + "/coef/" + name, actual.estimate(name), looser);
    }
    if (has(path + "/vcov")) {
      matrix(path + "/vcov", names, actual.covariance(), looser);
    }
  }

  /** A matrix with its names. */
  public void matrix(String path, List<String> names, double[][] actual, double looser) {
    for (int r = 0; r < names.size(); r++) {
      same(path + "/rows/" + r, names.get(r));
      same(path + "/cols/" + r, names.get(r));
      for (int c = 0; c < names.size(); c++) {
        close(path + "/values/" + r + "/" + c, actual[r][c], looser);
      }
    }
  }

  /** Leaves out what lies under a path; the reason stands beside the call. */
  public void leaveOut(String path, String reason) {
    assertThat(reason).isNotBlank();
    assertThat(has(path)).as(path).isTrue();
    leaves(root + path, at(path), read);
  }

  /** The number at a path, as an input or to compare otherwise. */
  public double number(String path) {
    read.add(root + path);
    JsonNode node = at(path);
    return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
  }

  /** The text at a path, as an input. */
  public String text(String path) {
    read.add(root + path);
    return at(path).asText();
  }

  /** Whether there is something at a path. */
  public boolean has(String path) {
    return !results.at(root + path).isMissingNode();
  }

  /** Names under a path, in the order of the file. */
  public List<String> keys(String path) {
    List<String> keys = new ArrayList<>();
    at(path).fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** How many entries a list has. */
  public int size(String path) {
    return at(path).size();
  }

  private JsonNode at(String path) {
    JsonNode node = results.at(root + path);
    assertThat(node.isMissingNode()).as("nothing at " + path).isFalse();
    return node;
  }

  private Set<String> unread() {
    Set<String> all = new TreeSet<>();
    leaves("", results, all);
    all.removeAll(read);
    return all;
  }

  private static void leaves(String path, JsonNode node, Set<String> into) {
    if (node.isObject()) {
      node.properties().forEach(e -> leaves(path + "/" + e.getKey(), e.getValue(), into));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves(path + "/" + i, node.get(i), into);
      }
    } else {
      into.add(path);
    }
  }
}
