package org.remitlake.savings;

import static org.remitlake.testing.SilverRows.hash;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.remitlake.account.Accounts;
import org.remitlake.account.Balances;
import org.remitlake.account.Loans;
import org.remitlake.account.Postings;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.TableRow;
import org.remitlake.time.Quarter;

/** Books of banks in Tajikistan; a row of the same key replaces the one before. */
final class BankRows {
  static final String BANK = "TJ_BANK_01";

  private final Map<String, TableRow> accounts = new LinkedHashMap<>();
  private final Map<String, TableRow> postings = new LinkedHashMap<>();
  private final Map<String, TableRow> balances = new LinkedHashMap<>();
  private final Map<String, TableRow> loans = new LinkedHashMap<>();

  /** An account of the pilot's product; {@code and} are names and values that differ from that. */
  BankRows account(String id, String holder, String openedOn, Object... and) {
    SettledRow row =
        SettledRow.of(Accounts.CONTRACT)
            .with("bank_id", BANK)
            .with("country", "TJK")
            .with("account_pid", hash(id))
            .with("customer_pid", hash(holder))
            .with("product_code", "SAV")
            .with("pilot_code", "PT")
            .with("opened_on", openedOn)
            .with("currency", "TJS")
            .with("status", "OPEN")
            .with("customer_sex", "F")
            .with("region", "TJ-SU");
    for (int i = 0; i < and.length; i += 2) {
      row.with((String) and[i], and[i + 1]);
    }
    accounts.put(id, row.row());
    return this;
  }

  /** An account that no pilot is about. */
  BankRows current(String id, String holder, String openedOn, Object... and) {
    account(id, holder, openedOn, and);
    accounts.get(id).with(field("product_code"), "CUR").without(field("pilot_code"));
    return this;
  }

  private static Field field(String name) {
    return Accounts.CONTRACT.fields().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  BankRows posting(String account, String day, String type, String amount, Object... and) {
    boolean isCredit = List.of("CASH_IN", "INTEREST").contains(type);
    SettledRow row =
        SettledRow.of(Postings.CONTRACT)
            .with("bank_id", BANK)
            .with("country", "TJK")
            .with("posting_id", account + day)
            .with("account_pid", hash(account))
            .with("booked_at", day + "T05:00:00Z")
            .with("booked_on", day)
            .with("value_on", day)
            .with("direction", isCredit ? "C" : "D")
            .with("amount", amount)
            .with("currency", "TJS")
            .with("type", type)
            .with("is_customer_initiated", !type.equals("INTEREST"))
            .with("quarter", Quarter.of(LocalDate.parse(day)).toString());
    for (int i = 0; i < and.length; i += 2) {
      row.with((String) and[i], and[i + 1]);
    }
    postings.put(account + day, row.row());
    return this;
  }

  BankRows balance(String account, String day, String amount, String... flags) {
    balances.put(
        account + day,
        SettledRow.of(Balances.CONTRACT)
            .with("bank_id", BANK)
            .with("country", "TJK")
            .with("account_pid", hash(account))
            .with("as_of_on", day)
            .with("closing_balance", amount)
            .with("flags", List.of(flags))
            .with("quarter", Quarter.of(LocalDate.parse(day)).toString())
            .row());
    return this;
  }

  BankRows loan(String holder, String disbursedOn) {
    loans.put(
        holder,
        SettledRow.of(Loans.CONTRACT)
            .with("bank_id", BANK)
            .with("country", "TJK")
            .with("loan_pid", hash("loan of " + holder))
            .with("customer_pid", hash(holder))
            .with("disbursed_on", disbursedOn)
            .row());
    return this;
  }

  void writeTo(Lake lake) {
    write(lake, Accounts.CONTRACT, accounts);
    write(lake, Postings.CONTRACT, postings);
    write(lake, Balances.CONTRACT, balances);
    write(lake, Loans.CONTRACT, loans);
  }

  private static void write(Lake lake, TableContract table, Map<String, TableRow> rows) {
    Gold.write(lake, table, table.slice(), List.copyOf(rows.values()));
  }
}
