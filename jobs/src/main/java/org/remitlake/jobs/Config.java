package org.remitlake.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.remitlake.contract.ConfigFile;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.indicator.Breakdowns;
import org.remitlake.ingest.file.Words;
import org.remitlake.microdata.Rules;
import org.remitlake.time.Holidays;

/**
 * {@code conf/remit.yaml}, overlaid by the environment. Null means that a layer does not say.
 *
 * @param sendCountries countries that money comes from, ISO 3166-1 alpha-3
 * @param receiveCountries countries that money goes to
 * @param holdShare share of broken rows above which a file is held, 0 to 1
 * @param holdRows number of broken rows from which on a file is held
 * @param crossings dimensions whose crossings transfer indicators are computed for too
 * @param holidays public holidays by country, as of {@link Holidays}
 * @param microdata thresholds of disclosure control for survey answers
 * @param lake folder of the lake
 * @param activityId IATI identifier of the project, for releases
 */
record Config(
    List<String> sendCountries,
    List<String> receiveCountries,
    Double holdShare,
    Long holdRows,
    List<String> crossings,
    Map<String, List<String>> holidays,
    Rules microdata,
    String lake,
    String activityId) {

  private static final Set<String> VARIABLES_OF_LAUNCHER =
      Set.of(
          "REMIT_CONF_DIR",
          "REMIT_HOME",
          "REMIT_JAVA_OPTS",
          "REMIT_PSEUDONYM_KEY",
          "REMIT_HEAP",
          "REMIT_TERMINAL");

  Config {
    sendCountries = sendCountries == null ? List.of("RUS", "KAZ") : sendCountries;
    receiveCountries = receiveCountries == null ? List.of("TJK", "ARM") : receiveCountries;
    holdShare = holdShare == null ? Double.valueOf(0.05) : holdShare;
    holdRows = holdRows == null ? Long.valueOf(20) : holdRows;
    crossings = crossings == null ? List.of() : said(crossings);
    holidays = holidays == null ? Map.of() : said(holidays);
    microdata = microdata == null ? Rules.DEFAULT : microdata;
    lake = lake == null ? "lake" : lake;
    List<String> problems = new ArrayList<>();
    if (!isCountries(sendCountries)) {
      problems.add("send_countries must name countries by ISO 3166-1 alpha-3, as [RUS, KAZ]");
    }
    if (!isCountries(receiveCountries)) {
      problems.add("receive_countries must name countries by ISO 3166-1 alpha-3, as [TJK, ARM]");
    }
    if (!(holdShare >= 0 && holdShare <= 1)) {
      problems.add("hold_share must lie between 0 and 1");
    }
    if (holdRows < 0) {
      problems.add("hold_rows must not be negative");
    }
    Breakdowns.objection(crossings).ifPresent(problems::add);
    new Holidays(holidays).objection().ifPresent(problems::add);
    if (!problems.isEmpty()) {
      throw new ConfigProblem(String.join("; ", problems));
    }
  }

  /** An item, or a country, with nothing after it says nothing. */
  private static List<String> said(List<String> items) {
    return items == null ? List.of() : items.stream().filter(Objects::nonNull).toList();
  }

  private static Map<String, List<String>> said(Map<String, List<String>> lists) {
    Map<String, List<String>> said = new TreeMap<>();
    lists.forEach((key, items) -> said.put(key, said(items)));
    return said;
  }

  private static boolean isCountries(List<String> codes) {
    return !codes.isEmpty() && codes.stream().allMatch(c -> c != null && Words.isCountry(c));
  }

  /** IATI identifier of the project, if one is set. */
  Optional<String> activity() {
    return Optional.ofNullable(activityId);
  }

  /** The cells of transfer indicators. */
  Breakdowns breakdowns() {
    return Breakdowns.of(crossings);
  }

  /** Public holidays. */
  Holidays daysOff() {
    return new Holidays(holidays);
  }

  /** All corridors of the project, in order. */
  List<String> corridors() {
    return sendCountries.stream()
        .flatMap(from -> receiveCountries.stream().map(to -> from + "-" + to))
        .toList();
  }

  /**
   * Reads the layers below the options.
   *
   * @throws ConfigProblem if the file or a {@code REMIT_*} variable has a key that nobody knows, or
   *     a value of the wrong kind
   */
  static Config read(Path conf, Map<String, String> environment) {
    Path file = conf.resolve("remit.yaml");
    if (!Files.exists(file)) {
      throw new ConfigProblem(
          file + ": not found. Point --conf-dir to a folder that holds remit.yaml.");
    }
    boolean hasNoSettings = ConfigFile.saysNothing(file);
    if (!hasNoSettings) {
      ConfigFile.read(file, Config.class);
    }
    ObjectNode tree =
        hasNoSettings
            ? JsonNodeFactory.instance.objectNode()
            : ConfigFile.read(file, ObjectNode.class);
    for (String name : new TreeSet<>(environment.keySet())) {
      if (name.startsWith("REMIT_") && !VARIABLES_OF_LAUNCHER.contains(name)) {
        String value = environment.get(name);
        String key = name.substring("REMIT_".length()).toLowerCase(Locale.ROOT);
        if (key.endsWith("countries") || key.equals("crossings")) {
          var list = tree.putArray(key);
          Arrays.stream(value.split(","))
              .map(String::strip)
              .filter(c -> !c.isEmpty())
              .forEach(list::add);
        } else {
          tree.put(key, value);
        }
      }
    }
    try {
      return ConfigFile.bind(tree, Config.class);
    } catch (UnrecognizedPropertyException e) {
      throw new ConfigProblem(
          "Environment: REMIT_%s is not known. Unset it, or use one of %s."
              .formatted(
                  e.getPropertyName().toUpperCase(Locale.ROOT),
                  new TreeSet<>(
                      e.getKnownPropertyIds().stream()
                          .map(k -> "REMIT_" + k.toString().toUpperCase(Locale.ROOT))
                          .toList())),
          e);
    } catch (JsonMappingException e) {
      Optional<ConfigProblem> objection = ConfigFile.objection(e);
      if (objection.isPresent()) {
        throw new ConfigProblem(
            "Environment (REMIT_*): %s. Mend or unset the variable."
                .formatted(objection.get().getMessage()),
            e);
      }
      String key = e.getPath().isEmpty() ? "*" : e.getPath().get(0).getFieldName();
      throw new ConfigProblem(
          "Environment: the value of REMIT_%s is not of the right kind. Mend or unset it."
              .formatted(String.valueOf(key).toUpperCase(Locale.ROOT)),
          e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree has no syntax to be wrong.", e);
    }
  }
}
