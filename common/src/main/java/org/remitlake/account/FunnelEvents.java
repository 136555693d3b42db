package org.remitlake.account;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 4f, steps on the way to a product, each dated once. */
public final class FunnelEvents {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "funnel",
          List.of("subject_pid", "product_code", "stage"),
          required("subject_pid", Kind.PERSON, "Person or household of the registry"),
          required("product_code", Kind.TEXT, "Product"),
          optional("pilot_code", Kind.TEXT, "Pilot"),
          required("stage", Kind.CODE, "Step")
              .of(
                  "ELIGIBLE",
                  "REACHED",
                  "AWARE",
                  "INTERESTED",
                  "APPLIED",
                  "APPROVED",
                  "OPENED",
                  "FUNDED",
                  "ACTIVE_30D",
                  "ACTIVE_90D",
                  "PERSIST_180D",
                  "PERSIST_365D"),
          required("event_at", Kind.INSTANT, "When"),
          optional("channel", Kind.TEXT, "Where"));

  /** {@code silver.funnel_event}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED, "silver.funnel_event", "Subject, product and stage", "product_code");

  private FunnelEvents() {}
}
