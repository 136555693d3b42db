package org.remitlake.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.remitlake.synthetic.Planted.Outcome;
import org.remitlake.time.Quarter;

/** What is unusual about a whole file that can still be read. */
enum Role {
  /** Nothing. */
  PLAIN("", ""),
  /** Delivered a second time under another name. */
  COPIED("", ""),
  /** Decimal commas where the partner promised points. */
  DECIMAL_COMMA("F05", "decimal commas in the whole file"),
  /** Windows-1251 where the partner promised UTF-8. */
  WINDOWS("F03", "the whole file in windows-1251"),
  /** A byte-order mark that the partner never wrote before. */
  BYTE_ORDER_MARK("F03", "an unexpected byte-order mark"),
  /** Columns in another order, two of them under other names. */
  NEW_RELEASE("F06", "columns reordered and two renamed");

  private final String rule;
  private final String note;

  Role(String rule, String note) {
    this.rule = rule;
    this.note = note;
  }

  /** One file of a kind, in the first quarters; a single quarter has to do with fewer kinds. */
  static Role of(Request request, Unit unit) {
    if (request.defects() == Defects.NONE || unit.part() != 1) {
      return PLAIN;
    }
    List<Quarter> quarters = Quarter.range(request.from(), request.to());
    int last = quarters.size() - 1;
    int at = quarters.indexOf(unit.quarter());
    return switch (unit.provider()) {
      case MTO_01 -> at == Math.min(1, last) ? DECIMAL_COMMA : PLAIN;
      case MTO_02 -> at == 0 ? COPIED : PLAIN;
      case BANK_01 -> at == Math.min(1, last) ? WINDOWS : PLAIN;
      case FIN_01 -> at == 0 ? NEW_RELEASE : at == 1 ? BYTE_ORDER_MARK : PLAIN;
      case EMI_01, POST_01 -> PLAIN;
    };
  }

  Layout layout(Provider provider) {
    return switch (this) {
      case PLAIN, COPIED -> Layout.of(provider);
      case DECIMAL_COMMA -> Mto01.layout(',');
      case WINDOWS -> Layout.of(provider).withCharset(Russian.WINDOWS);
      case BYTE_ORDER_MARK -> Layout.of(provider).withByteOrderMark();
      case NEW_RELEASE -> Fin01.newRelease();
    };
  }

  /** The file-level defect; a copy's is with the copy. */
  Optional<Planted> planted(String file) {
    return rule.isEmpty()
        ? Optional.empty()
        : Optional.of(new Planted(rule, "transfer", file, 1, "", Outcome.ACCEPT_REPAIRED, note));
  }

  /** A layout without the mandatory send currency. */
  static Layout withoutCurrency(Layout layout) {
    List<Column> columns = new ArrayList<>(layout.columns());
    columns.removeIf(column -> column.field().equals("send_currency"));
    return layout.withColumns(List.copyOf(columns));
  }
}
