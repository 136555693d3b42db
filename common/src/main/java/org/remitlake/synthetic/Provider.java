package org.remitlake.synthetic;

import java.time.ZoneId;

/** The partners that deliver transfers. */
public enum Provider {
  /** The dominant money-transfer operator. */
  MTO_01("MTO", "G_01", "ZK", "Europe/Moscow"),
  /** A second operator, also in Kazakhstan. */
  MTO_02("MTO", "G_02", "UN", "Europe/Moscow"),
  /** A bank with card-to-card and account transfers. */
  BANK_01("BANK", "G_03", "SB", "Europe/Moscow"),
  /** A wallet; takes its fee out of the amount and delivers event histories. */
  EMI_01("EMI", "G_04", "KW", "UTC"),
  /** A digital-only operator; leaves the two Russian corridors in March 2022. */
  FIN_01("FINTECH", "G_05", "FX", "Europe/Moscow"),
  /** The post. */
  POST_01("POST", "G_06", "PR", "Europe/Moscow");

  private final String type;
  private final String group;
  private final String idPrefix;
  private final String zone;

  Provider(String type, String group, String idPrefix, String zone) {
    this.type = type;
    this.group = group;
    this.idPrefix = idPrefix;
    this.zone = zone;
  }

  /** A {@code provider_type} of the catalogue's §2.7. */
  public String type() {
    return type;
  }

  /** The owner. */
  public String group() {
    return group;
  }

  /** Whether the fee is taken out of the send amount, which then is gross. */
  public boolean feeIncluded() {
    return this == EMI_01;
  }

  String idPrefix() {
    return idPrefix;
  }

  /** The zone of the times it writes. */
  ZoneId zone() {
    return ZoneId.of(zone);
  }

  /** A number that does not change when providers are added before it. */
  long key() {
    return name().hashCode();
  }
}
