package org.remitlake.ingest.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;

/**
 * Sums of a file's cells as they were delivered, beside what its manifest says (rule F02).
 *
 * <p>Which mark is the decimal one shows only at the end of the file; until then both readings are
 * summed.
 */
final class ControlSums {
  /** A slip of a hand, not a lost row. */
  private static final BigDecimal SLIP = new BigDecimal("0.001");

  private static final String STATUS = "status";
  private static final Pattern BLANKS = Pattern.compile("[ \\u00A0\\u202F'\\u2019]");

  private final Manifest manifest;
  private final DeliveryContract contract;
  private final Words words;
  private final Map<String, Map<String, Readings>> sums = new HashMap<>();
  private final Map<String, Long> counts = new HashMap<>();

  ControlSums(Manifest manifest, DeliveryContract contract, Words words) {
    this.manifest = manifest;
    this.contract = contract;
    this.words = words;
    if (!manifest.counts().isEmpty() && contract.indexOf(STATUS) < 0) {
      throw new UnreadableFile(
          "F02", "control_sums in the manifest count by status, which the contract does not have");
    }
    for (String field : manifest.sums().keySet()) {
      if (contract.indexOf(field) < 0 || contract.indexOf(currencyOf(field)) < 0) {
        throw new UnreadableFile(
            "F02",
            "control_sums in the manifest name '%s', which contract %s does not have with a currency"
                .formatted(field, contract.name()));
      }
    }
  }

  /** The sum with a decimal point and the one with a decimal comma; null once a cell has none. */
  private static final class Readings {
    private BigDecimal point = BigDecimal.ZERO;
    private BigDecimal comma = BigDecimal.ZERO;

    void add(String cell) {
      String digits = BLANKS.matcher(cell).replaceAll("");
      point = plus(point, digits.replace(",", ""));
      comma = plus(comma, digits.replace(".", "").replace(',', '.'));
    }

    private static BigDecimal plus(BigDecimal sum, String number) {
      try {
        return sum == null ? null : sum.add(new BigDecimal(number));
      } catch (NumberFormatException e) {
        return null;
      }
    }

    Optional<BigDecimal> in(NumberStyle style) {
      return switch (style) {
        case PLAIN, POINT_GROUPED -> Optional.ofNullable(point);
        case COMMA, COMMA_GROUPED -> Optional.ofNullable(comma);
        case MIXED -> Optional.empty();
      };
    }
  }

  private static String currencyOf(String field) {
    return field.endsWith("_amount") ? field.replaceFirst("_amount$", "_currency") : "currency";
  }

  /** Adds a row that could be split into cells. */
  void add(TextRow row) {
    for (String field : manifest.sums().keySet()) {
      String cell = row.cells()[contract.indexOf(field)];
      if (cell != null) {
        sums.computeIfAbsent(field, f -> new HashMap<>())
            .computeIfAbsent(word(row, currencyOf(field)), w -> new Readings())
            .add(cell);
      }
    }
    if (!manifest.counts().isEmpty()) {
      counts.merge(word(row, STATUS), 1L, Long::sum);
    }
  }

  private String word(TextRow row, String field) {
    String cell = row.cells()[contract.indexOf(field)];
    return cell != null ? cell : words.profile().constants().getOrDefault(field, "");
  }

  /**
   * Compares.
   *
   * @param records of the file, whole and broken
   * @return whether something differs that may be a slip of a hand, or cannot be compared
   * @throws UnreadableFile if the file is not the one that the manifest tells of
   */
  boolean compare(long records, NumberStyle style) {
    boolean slips = false;
    if (manifest.rowCount().isPresent() && manifest.rowCount().getAsLong() != records) {
      long said = manifest.rowCount().getAsLong();
      BigDecimal off = BigDecimal.valueOf(said - records);
      slips =
          slip(
              off,
              BigDecimal.valueOf(said),
              "the manifest says %,d rows, the file has %,d".formatted(said, records));
    }
    for (Map.Entry<String, SortedMap<String, BigDecimal>> field : manifest.sums().entrySet()) {
      slips |= compare(field.getKey(), field.getValue(), style);
    }
    if (!manifest.counts().isEmpty() && !byCode(manifest.counts()).equals(byCode(counts))) {
      slips |=
          slip(BigDecimal.ONE, BigDecimal.ONE, "rows by status are not as many as in the manifest");
    }
    return slips;
  }

  private boolean compare(String field, Map<String, BigDecimal> said, NumberStyle style) {
    Map<String, BigDecimal> found = new TreeMap<>();
    for (Map.Entry<String, Readings> e : sums.getOrDefault(field, Map.of()).entrySet()) {
      Optional<BigDecimal> sum = e.getValue().in(style);
      if (sum.isEmpty()) {
        return true;
      }
      found.merge(code(currencyOf(field), e.getKey()), sum.get(), BigDecimal::add);
    }
    boolean slips = false;
    Map<String, BigDecimal> told = new TreeMap<>();
    said.forEach((word, sum) -> told.merge(code(currencyOf(field), word), sum, BigDecimal::add));
    Set<String> currencies = new TreeSet<>(told.keySet());
    currencies.addAll(found.keySet());
    for (String currency : currencies) {
      BigDecimal one = told.getOrDefault(currency, BigDecimal.ZERO);
      BigDecimal off = one.subtract(found.getOrDefault(currency, BigDecimal.ZERO));
      if (off.signum() != 0) {
        slips |=
            slip(off, one, "the sum of %s in %s is not the manifest's".formatted(field, currency));
      }
    }
    return slips;
  }

  private boolean slip(BigDecimal off, BigDecimal said, String what) {
    boolean small =
        said.signum() != 0
            && off.abs().divide(said.abs(), 6, RoundingMode.HALF_UP).compareTo(SLIP) <= 0;
    if (manifest.isHandTyped() && small) {
      return true;
    }
    throw new UnreadableFile(
        "F02", what + "; rows may be lost on the way. Ask for the file again, or for its manifest");
  }

  private SortedMap<String, Long> byCode(Map<String, Long> byWord) {
    SortedMap<String, Long> byCode = new TreeMap<>();
    byWord.forEach((word, n) -> byCode.merge(code(STATUS, word), n, Long::sum));
    return byCode;
  }

  private String code(String field, String word) {
    DeliveredField of = contract.field(field);
    return words.meaning(of, word).map(Words.Meaning::code).orElse(word);
  }
}
