package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Data and expected values of R, from {@code reference/stats}. */
public final class Reference {
  private static final String FOLDER = "/reference/stats/";

  private Reference() {}

  /** Rows of a file without quoting; an empty field is a missing value. */
  public record Table(List<String> header, List<String[]> rows) {
    public static Table read(String file) {
      List<String[]> lines =
          Reference.text(file).lines().map(line -> line.replace("\"", "").split(",", -1)).toList();
      return new Table(List.of(lines.get(0)), lines.subList(1, lines.size()));
    }

    public Table where(Predicate<String[]> rule) {
      return new Table(header, rows.stream().filter(rule).toList());
    }

    boolean has(String column) {
      return header.contains(column);
    }

    public String[] text(String column) {
      int c = header.indexOf(column);
      assertThat(c).as(column).isNotNegative();
      return rows.stream().map(r -> r[c]).toArray(String[]::new);
    }

    public double[] numbers(String column) {
      return Arrays.stream(text(column))
          .mapToDouble(t -> t.isEmpty() ? Double.NaN : Double.parseDouble(t))
          .toArray();
    }

    public boolean[] is(String column, String value) {
      String[] values = text(column);
      boolean[] is = new boolean[values.length];
      for (int j = 0; j < is.length; j++) {
        is[j] = values[j].equals(value);
      }
      return is;
    }

    public boolean[] above(String column, double bound) {
      double[] values = numbers(column);
      boolean[] above = new boolean[values.length];
      for (int j = 0; j < above.length; j++) {
        above[j] = values[j] > bound;
      }
      return above;
    }
  }

  public static JsonNode results(String file) {
    return root(file).get("results");
  }

  static JsonNode root(String file) {
    try {
      return new ObjectMapper().readTree(text(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rule of the reference: {@code |actual − expected| <= abs + rel·|expected|}. */
  public static void close(double actual, double expected, double relative, String what) {
    assertThat(actual).as(what).isCloseTo(expected, within(1e-12 + relative * Math.abs(expected)));
  }

  /** Small p values are compared by their logarithm. */
  public static void pClose(double actual, double expected, double relative, String what) {
    if (expected < 1e-300) {
      assertThat(actual).as(what).isLessThan(1e-290);
    } else if (expected < 1e-4) {
      assertThat(Math.log10(actual))
          .as(what)
          .isCloseTo(Math.log10(expected), within(-1e-6 * Math.log10(expected)));
    } else {
      close(actual, expected, relative, what);
    }
  }

  public static boolean[] not(boolean[] flags) {
    boolean[] not = flags.clone();
    for (int j = 0; j < not.length; j++) {
      not[j] = !not[j];
    }
    return not;
  }

  static String text(String file) {
    try (InputStream in = Reference.class.getResourceAsStream(FOLDER + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
