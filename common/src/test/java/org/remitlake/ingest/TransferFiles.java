package org.remitlake.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small files of transfers. */
final class TransferFiles {
  private TransferFiles() {}

  /**
   * A paid transfer of RUB 10,000 at a fee of 100 and a rate of 0.13 between persons of their own,
   * with other cells where said.
   */
  static Map<String, String> transfer(String id, String at, String... others) {
    Map<String, String> cells = new LinkedHashMap<>();
    String[] ordinary = {
      "provider_id",
      "P",
      "transaction_id",
      id,
      "event_seq",
      "1",
      "end_to_end_id",
      "",
      "provider_type",
      "MTO",
      "send_country",
      "RUS",
      "receive_country",
      "TJK",
      "initiated_at",
      at,
      "send_amount",
      "10000",
      "send_currency",
      "RUB",
      "fee_amount",
      "100",
      "fee_currency",
      "RUB",
      "fee_included",
      "false",
      "receive_amount",
      "1300",
      "receive_currency",
      "TJS",
      "applied_fx_rate",
      "0.13",
      "send_channel",
      "AGENT",
      "funding_instrument",
      "CASH",
      "payout_instrument",
      "CASH",
      "status",
      "PAID",
      "status_at",
      at,
      "original_transaction_id",
      "",
      "refunded_amount",
      "",
      "sender_pid",
      "s" + id,
      "beneficiary_pid",
      "b" + id,
      "pid_scope",
      "PROVIDER",
      "is_p2p",
      "true"
    };
    for (String[] pairs : List.of(ordinary, others)) {
      for (int i = 0; i < pairs.length; i += 2) {
        cells.put(pairs[i], pairs[i + 1]);
      }
    }
    return cells;
  }

  /** A file of transfers with the same cells. */
  static Path file(Drops drops, String name, List<Map<String, String>> transfers)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(String.join(",", transfers.get(0).keySet())));
    for (Map<String, String> transfer : transfers) {
      lines.add(String.join(",", transfer.values()));
    }
    return drops.file(name, lines.toArray(String[]::new));
  }
}
