package org.remitlake.savings;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.Dimension;

/** What a beneficiary was paid in a quarter. */
final class Receipts {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final String currency;
  private String providerType = "";
  private String provider = "";
  private long n;
  private long cash;
  private long account;
  private BigDecimal value = BigDecimal.ZERO;
  private BigDecimal accountValue = BigDecimal.ZERO;
  private boolean isMixed;

  Receipts(String currency) {
    this.currency = currency;
  }

  /** Adds a row of {@link org.remitlake.indicator.PersonRecords#receipts}. */
  void add(Row row) {
    n += row.<Long>getAs("n");
    cash += row.<Long>getAs("cash");
    account += row.<Long>getAs("account");
    value = value.add(row.getAs("value"));
    accountValue = accountValue.add(row.getAs("account_value"));
    isMixed |= !Objects.equals(currency, row.getAs("send_currency"));
    providerType = first(providerType, row.getAs("provider_type"));
    provider = first(provider, row.getAs("provider_id"));
  }

  private static String first(String one, String other) {
    if (other == null) {
      return one;
    }
    boolean isBefore = !one.isEmpty() && one.compareTo(other) <= 0;
    return isBefore ? one : other;
  }

  long transfers() {
    return n;
  }

  boolean isCash() {
    return n == cash;
  }

  boolean hasAccount() {
    return account > 0;
  }

  /** Whether half of the value or more went to an account; empty where send currencies mix. */
  Optional<Boolean> isMostlyToAccount() {
    return isMixed || value.signum() <= 0
        ? Optional.empty()
        : Optional.of(accountValue.multiply(TWO).compareTo(value) >= 0);
  }

  /** The first type of provider by name. */
  String providerType() {
    return providerType.isEmpty() ? Dimension.UNKNOWN : providerType;
  }

  /** The first provider by name. */
  String provider() {
    return provider;
  }
}
