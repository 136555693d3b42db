package org.remitlake.ingest.rule;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.file.Delivery;

/**
 * The rules of a contract.
 *
 * @param every rules of how a cell is read
 * @param own rules of one row or of a whole file, repairs first
 * @param wider rules of several rows, in the order in which they apply
 */
public record Rules(List<Rule> every, List<Rule> own, List<Rule> wider) {
  /** As the jar has them: every contract asks for them several times a run. */
  private static final Map<String, List<Rule>> LOADED = new ConcurrentHashMap<>();

  /**
   * The rules of a contract.
   *
   * @param lists values of the lists that predicates name, as {@code receive_countries}
   */
  public static Rules of(DeliveryContract contract, Map<String, List<String>> lists) {
    Map<Boolean, List<Rule>> byScope =
        loaded(contract.name()).stream()
            .map(rule -> rule.when(fill(rule.when(), lists)))
            .collect(Collectors.partitioningBy(rule -> rule.scope().isOfOneRow()));
    List<Rule> every = new ArrayList<>(loaded("every"));
    if (contract.reasons()) {
      every.addAll(loaded("survey"));
    }
    return new Rules(List.copyOf(every), byScope.get(true), byScope.get(false));
  }

  private static String fill(String predicate, Map<String, List<String>> lists) {
    String filled = predicate;
    for (Map.Entry<String, List<String>> list : lists.entrySet()) {
      filled =
          filled.replace(
              "${" + list.getKey() + "}",
              list.getValue().stream().map(v -> "'" + v + "'").collect(Collectors.joining(", ")));
    }
    return filled;
  }

  private static List<Rule> loaded(String name) {
    return LOADED.computeIfAbsent(name, Rules::load);
  }

  private static List<Rule> load(String name) {
    ObjectMapper yaml =
        YAMLMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();
    try (InputStream in = Rules.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        return List.of();
      }
      return yaml.readValue(in, new TypeReference<List<Rule>>() {});
    } catch (IOException e) {
      throw new IllegalStateException("Rules " + name + ".yaml in the jar cannot be read.", e);
    }
  }

  /** Every rule that can set a row aside or mark it, by id. */
  public Map<String, Rule> byId() {
    Map<String, Rule> rules = new java.util.TreeMap<>();
    every.forEach(r -> rules.put(r.id(), r));
    own.forEach(r -> rules.put(r.id(), r));
    wider.forEach(r -> rules.put(r.id(), r));
    return rules;
  }

  /** Rules of one row that look at other tables, too. */
  public List<Rule> looking() {
    return own.stream().filter(rule -> !rule.needs().isEmpty()).toList();
  }

  /** Whether whole files may have a slip. */
  public boolean knowSlips() {
    return own.stream().anyMatch(rule -> rule.scope() == Rule.Scope.FILE);
  }

  /**
   * Rules for the rows of some files: those of scope FILE only where a file has the slip, so that
   * other files do not pay for them.
   */
  Rules of(List<Delivery> files) {
    List<Rule> applying = new ArrayList<>();
    for (Rule rule : own) {
      List<String> slipped =
          files.stream()
              .filter(file -> file.inspection().findings().contains(rule.id()))
              .map(Delivery::fileId)
              .toList();
      if (rule.scope() != Rule.Scope.FILE) {
        applying.add(rule);
      } else if (!slipped.isEmpty()) {
        applying.add(
            rule.when(
                fill("file_id in (${files}) and ", Map.of("files", slipped))
                    + "(%s)".formatted(rule.when())));
      }
    }
    return new Rules(every, applying, wider);
  }

  /** Rules of several rows. */
  public List<Rule> wider(Rule.Scope scope) {
    return wider.stream().filter(rule -> rule.scope() == scope).toList();
  }

  /**
   * Whether a rule needs every delivery as it came: it chooses among them, or changes a value by
   * other rows, which may change in their turn.
   */
  public boolean needEveryDelivery() {
    return wider.stream().anyMatch(rule -> rule.scope() == Rule.Scope.DELIVERIES || rule.repairs());
  }
}
