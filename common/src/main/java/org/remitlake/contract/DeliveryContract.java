package org.remitlake.contract;

import java.util.Arrays;
import java.util.List;

/**
 * What a partner delivers, field by field.
 *
 * @param name {@code transfer}, {@code fx}, {@code quote}: the word used in profiles and commands
 * @param fields fields in canonical order
 * @param key the fields whose values name a row across deliveries
 * @param reasons whether an empty cell may say why it is empty, as surveys do: refused, not known
 */
public record DeliveryContract(
    String name, List<DeliveredField> fields, List<String> key, boolean reasons)
    implements java.io.Serializable {

  /** Copies the lists, and checks that the key's parts are fields. */
  public DeliveryContract {
    fields = List.copyOf(fields);
    key = List.copyOf(key);
    List<String> names = fields.stream().map(DeliveredField::name).toList();
    if (!names.containsAll(key)) {
      throw new IllegalArgumentException(name + ": the key must be made of its fields.");
    }
  }

  /** A contract over fields. */
  public static DeliveryContract delivery(String name, List<String> key, DeliveredField... fields) {
    return new DeliveryContract(name, Arrays.asList(fields), key, false);
  }

  /** The same contract, of a survey: its empty cells may have reasons. */
  public DeliveryContract withReasons() {
    return new DeliveryContract(name, fields, key, true);
  }

  /** Position of a field in {@link #fields()}, or -1. */
  public int indexOf(String field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(field)) {
        return i;
      }
    }
    return -1;
  }

  /** The field of a name; the name must be one of the contract. */
  public DeliveredField field(String field) {
    return fields.get(indexOf(field));
  }

  /** Bronze table of this contract. */
  public String bronze() {
    return "bronze." + name;
  }
}
