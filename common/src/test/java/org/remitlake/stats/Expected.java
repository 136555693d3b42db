package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The results of one reference case, and which of them no test has looked at yet: {@link #complete}
 * fails when a number was forgotten.
 */
final class Expected {
  private final JsonNode node;
  private final String path;
  private final double relative;
  private final double absolute;
  private final Set<String> open;

  private Expected(JsonNode node, String path, double rel, double abs, Set<String> open) {
    this.node = node;
    this.path = path;
    this.relative = rel;
    this.absolute = abs;
    this.open = open;
  }

  /** All results of a case, under the tolerance that the case names. */
  static Expected of(String file) {
    JsonNode all = Reference.root(file);
    Set<String> leaves = new TreeSet<>();
    leaves(all.get("results"), "", leaves);
    assertThat(leaves).as(file).isNotEmpty();
    JsonNode tolerance = all.get("tolerance");
    return new Expected(
        all.get("results"),
        "",
        tolerance.get("rel").asDouble(),
        tolerance.get("abs").asDouble(),
        leaves);
  }

  private static void leaves(JsonNode node, String path, Set<String> leaves) {
    if (node.isObject()) {
      node.properties().forEach(e -> leaves(e.getValue(), path + "/" + e.getKey(), leaves));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves(node.get(i), path + "/" + i, leaves);
      }
    } else {
      leaves.add(path);
    }
  }

  /** A block within this one. */
  Expected at(String... keys) {
    Expected here = this;
    for (String key : keys) {
      assertThat(here.has(key)).as(here.path + "/" + key).isTrue();
      here = new Expected(here.node.get(key), here.path + "/" + key, relative, absolute, here.open);
    }
    return here;
  }

  /** The same block under another relative tolerance that the case names. */
  Expected within(double rel) {
    return new Expected(node, path, rel, absolute, open);
  }

  List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  boolean has(String key) {
    return node.has(key);
  }

  /** A number to be read, not compared: an input such as a probability. */
  double input(String key) {
    open.remove(path + "/" + key);
    return node.get(key).asDouble();
  }

  double[] inputs(String key) {
    double[] values = new double[node.get(key).size()];
    for (int i = 0; i < values.length; i++) {
      open.remove(path + "/" + key + "/" + i);
      values[i] = node.get(key).get(i).asDouble();
    }
    return values;
  }

  /** Texts to be read: names of what follows. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < node.get(key).size(); i++) {
      open.remove(path + "/" + key + "/" + i);
      texts.add(node.get(key).get(i).asText());
    }
    return texts;
  }

  void number(String key, double actual) {
    compare(node.get(key), path + "/" + key, actual);
  }

  void numbers(String key, double... actual) {
    assertThat(actual).as(path + "/" + key).hasSize(node.get(key).size());
    for (int i = 0; i < actual.length; i++) {
      compare(node.get(key).get(i), path + "/" + key + "/" + i, actual[i]);
    }
  }

  void interval(String key, Interval actual) {
    numbers(key, actual.lower(), actual.upper());
  }

  /** Small p values are compared by their logarithm. */
  void p(String key, double actual) {
    open.remove(path + "/" + key);
    Reference.pClose(actual, node.get(key).asDouble(), relative, path + "/" + key);
  }

  /** A labelled matrix: its rows, its columns, its values. */
  void matrix(String key, List<String> rows, List<String> columns, double[][] actual) {
    Expected matrix = at(key);
    matrix.texts("rows", rows);
    matrix.texts("cols", columns);
    for (int i = 0; i < actual.length; i++) {
      for (int j = 0; j < actual[i].length; j++) {
        JsonNode cell = matrix.node.get("values").get(i).get(j);
        compare(cell, matrix.path + "/values/" + i + "/" + j, actual[i][j]);
      }
    }
  }

  void texts(String key, List<String> actual) {
    for (int i = 0; i < actual.size(); i++) {
      open.remove(path + "/" + key + "/" + i);
      assertThat(node.get(key).get(i).asText()).as(path + "/" + key).isEqualTo(actual.get(i));
    }
    assertThat(node.get(key).size()).as(path + "/" + key).isEqualTo(actual.size());
  }

  void text(String key, String actual) {
    open.remove(path + "/" + key);
    assertThat(node.get(key).asText()).as(path + "/" + key).isEqualTo(actual);
  }

  /** R's NA: there is no such number. */
  void none(String key) {
    open.remove(path + "/" + key);
    assertThat(node.get(key).isNull()).as(path + "/" + key).isTrue();
  }

  /** Leaves a number or a block out, and says why. */
  void skip(String key, String why) {
    assertThat(why).isNotBlank();
    String prefix = path + "/" + key;
    assertThat(open.removeIf(p -> p.equals(prefix) || p.startsWith(prefix + "/"))).isTrue();
  }

  /** Fails if a number of the whole case was neither compared nor left out with a reason. */
  void complete() {
    assertThat(open).as("numbers of the case that no test compares").isEmpty();
  }

  private void compare(JsonNode expected, String where, double actual) {
    open.remove(where);
    if (expected.isTextual()) {
      assertThat(actual).as(where).isNaN();
      return;
    }
    if (expected.isNull()) {
      // R's NA for an end that the sample does not reach.
      assertThat(actual).as(where).isInfinite();
      return;
    }
    assertThat(expected.isNumber()).as(where + " is a number").isTrue();
    double e = expected.asDouble();
    assertThat(actual)
        .as(where)
        .isCloseTo(e, org.assertj.core.api.Assertions.within(absolute + relative * Math.abs(e)));
  }
}
