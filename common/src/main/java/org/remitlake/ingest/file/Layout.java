package org.remitlake.ingest.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;

/**
 * Where each contract field stands in a file's records (rule F06).
 *
 * @param tiers one position array per amount tier (one nameless tier when there are none); a
 *     position is the index of the cell, or -1
 * @param unknown columns that neither contract nor profile knows; they are not landed
 * @param missing mandatory fields that no column and no constant gives
 * @param repeated columns that the profile reads and that the header has more than once
 */
record Layout(
    Map<String, int[]> tiers, List<String> unknown, List<String> missing, List<String> repeated) {

  static Layout of(List<String> header, Profile profile, DeliveryContract contract) {
    Map<String, Integer> positions = new HashMap<>();
    Set<String> repeated = new TreeSet<>();
    for (int i = 0; i < header.size(); i++) {
      String name = Words.normal(header.get(i));
      if (positions.putIfAbsent(name, i) != null) {
        repeated.add(name);
      }
    }
    Set<String> unknown = new TreeSet<>(positions.keySet());
    profile.ignore().forEach(name -> unknown.remove(Words.normal(name)));
    profile
        .choices()
        .values()
        .forEach(choice -> choice.names().forEach(name -> unknown.remove(Words.normal(name))));
    Set<String> missing = new TreeSet<>();
    Map<String, int[]> tiers = new LinkedHashMap<>();
    Map<String, Map<String, List<String>>> declared =
        profile.tiers().isEmpty() ? Map.of("", Map.of()) : profile.tiers();
    declared.forEach(
        (tier, own) -> {
          int[] at = new int[contract.fields().size()];
          for (int i = 0; i < at.length; i++) {
            DeliveredField field = contract.fields().get(i);
            at[i] = position(field.name(), profile, own, positions, unknown);
            boolean given =
                at[i] >= 0
                    || profile.constants().containsKey(field.name())
                    || (!tier.isEmpty() && field.name().equals("amount_tier"));
            if (field.hasColumn() && !given) {
              missing.add(field.name());
            }
          }
          tiers.put(tier, at);
        });
    repeated.retainAll(read(profile));
    return new Layout(tiers, List.copyOf(unknown), List.copyOf(missing), List.copyOf(repeated));
  }

  private static Set<String> read(Profile profile) {
    Set<String> names = new HashSet<>(profile.read());
    profile.choices().values().forEach(choice -> names.addAll(choice.names()));
    profile.tiers().values().forEach(tier -> tier.values().forEach(names::addAll));
    return names.stream().map(Words::normal).collect(Collectors.toSet());
  }

  private static int position(
      String field,
      Profile profile,
      Map<String, List<String>> own,
      Map<String, Integer> positions,
      Set<String> unknown) {
    List<String> names = new ArrayList<>(own.getOrDefault(field, List.of()));
    names.addAll(profile.columnsOf(field));
    profile
        .document()
        .forEach((name, f) -> names.addAll(f.equals(field) ? List.of(name) : List.of()));
    int found = -1;
    for (String name : names) {
      String normal = Words.normal(name);
      Integer at = positions.get(normal);
      unknown.remove(normal);
      if (at != null && found < 0) {
        found = at;
      }
    }
    return found;
  }

  /** What the only column of a header contains that may divide several. */
  Optional<String> otherDelimiter() {
    return unknown.size() == 1
        ? Stream.of(";", ",", "\t", "|")
            .filter(d -> unknown.get(0).split(Pattern.quote(d), -1).length > 2)
            .findFirst()
            .map(d -> d.replace("\t", "\\t"))
        : Optional.empty();
  }

  /** Contract fields that some column gives. */
  List<String> given(DeliveryContract contract) {
    return contract.fields().stream()
        .map(DeliveredField::name)
        .filter(
            name ->
                tiers.values().stream().anyMatch(at -> at[contract.indexOf(name)] >= 0)
                    || (name.equals("amount_tier") && !tiers.containsKey("")))
        .toList();
  }
}
