package org.remitlake.synthetic.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one partner writes the files of a contract: what a profile reads, the other way round.
 *
 * @param name of the profile
 * @param provider code of the partner
 * @param contract that is delivered
 * @param files pattern of the file names
 * @param dialect how records and cells are written
 * @param timezone of local times
 * @param constants contract field to what no cell says, since it is agreed for all files
 * @param document contract field to the name of what stands around the records
 * @param columns contract field to heading, in order
 * @param words contract field to code to the partner's word for it
 * @param reasons contract field to reason why there is no value to the word for it
 */
public record PartnerForm(
    String name,
    String provider,
    String contract,
    String files,
    Dialect dialect,
    String timezone,
    Map<String, String> constants,
    Map<String, String> document,
    Map<String, String> columns,
    Map<String, Map<String, String>> words,
    Map<String, Map<String, String>> reasons) {

  /** The order of columns is kept. */
  public PartnerForm {
    columns = new LinkedHashMap<>(columns);
  }

  /** A file's name that the pattern claims. */
  String fileName(String part) {
    return files.replaceAll("\\{([^,}]*)[^}]*}", "$1").replace("*", part);
  }

  /** What is agreed of a field or of the form itself; empty where cells tell, or nothing does. */
  String agreed(String fact) {
    return switch (fact) {
      case "profile" -> name;
      case "provider" -> provider;
      case "timezone" -> timezone;
      case "format" -> dialect.format();
      case "encoding" -> dialect.encoding();
      case "decimal_mark" -> dialect.decimalMark();
      default -> constants.getOrDefault(fact, "");
    };
  }

  /** Whether a row can say a field. */
  boolean tells(String field) {
    return columns.containsKey(field);
  }

  /** The same partner's form of other files, whose rows tell of others. */
  PartnerForm with(String part, Dialect other, Map<String, String> otherColumns) {
    return new PartnerForm(
        name + ' ' + part,
        provider,
        contract,
        files,
        other,
        timezone,
        constants,
        document,
        otherColumns,
        words,
        reasons);
  }
}
