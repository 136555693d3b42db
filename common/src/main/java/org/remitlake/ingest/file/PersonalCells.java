package org.remitlake.ingest.file;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;

/** Cells of one file that hold personal data where none belongs (rule F07). */
final class PersonalCells {
  /**
   * So many ids that look like cards are no chance: of 15 ids of digits, 8 or more do in 3 of
   * 100,000 files.
   */
  private static final long ENOUGH = 8;

  private final List<DeliveredField> fields;
  private final boolean[] screened;
  private final boolean[] ids;
  private final long[] cells;
  private final long[] personal;

  PersonalCells(DeliveryContract contract) {
    fields = contract.fields();
    screened = new boolean[fields.size()];
    ids = new boolean[fields.size()];
    cells = new long[fields.size()];
    personal = new long[fields.size()];
    for (int i = 0; i < ids.length; i++) {
      screened[i] = PersonalData.concerns(fields.get(i));
      ids[i] = PersonalData.isId(fields.get(i));
    }
  }

  /** A cell of a field; of those that are screened, readers have left the mark only. */
  void add(int field, String cell) {
    if (screened[field] && cell.equals(PersonalData.MARK)) {
      personal[field]++;
    } else if (ids[field]) {
      cells[field]++;
      personal[field] += PersonalData.isCertainlyIn(cell) ? 1 : 0;
    }
  }

  /**
   * Refuses a file whose ids are cards, accounts or phones.
   *
   * @throws UnreadableFile if most ids of a mandatory column are
   */
  void refuseIds() {
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] && isMost(i) && fields.get(i).hasColumn()) {
        throw new UnreadableFile(
            "F07",
            "%s: %d of %d ids look like cards, accounts or phones; ask the partner for ids of its own"
                .formatted(fields.get(i).name(), personal[i], cells[i]));
      }
    }
  }

  private boolean isMost(int field) {
    return personal[field] >= ENOUGH && 2 * personal[field] > cells[field];
  }

  /** Number of such cells by field; ids that look so by chance are none. */
  Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] ? isMost(i) : personal[i] > 0) {
        counts.put(fields.get(i).name(), personal[i]);
      }
    }
    return counts;
  }

  /** Of the fields that a file gives, those whose columns land. */
  List<String> kept(List<String> given) {
    Map<String, Long> counts = counts();
    return given.stream()
        .filter(
            name ->
                !counts.containsKey(name)
                    || fields.stream()
                        .noneMatch(f -> f.name().equals(name) && PersonalData.isDroppedWhole(f)))
        .toList();
  }
}
