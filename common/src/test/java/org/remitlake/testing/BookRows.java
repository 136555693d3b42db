package org.remitlake.testing;

import java.time.LocalDate;
import java.util.List;
import org.remitlake.account.Accounts;
import org.remitlake.account.Balances;
import org.remitlake.account.Instalments;
import org.remitlake.account.LoanBalances;
import org.remitlake.account.Loans;
import org.remitlake.account.Postings;
import org.remitlake.contract.TableContract;
import org.remitlake.time.Quarter;

/** Rows of a Tajik bank's books with valid values: a test states only what it is about. */
public final class BookRows {
  private static int postings;

  private BookRows() {}

  /** A field by its name; null leaves it empty. */
  public static TableRow with(TableRow row, TableContract table, String name, Object value) {
    return value == null
        ? row
        : row.with(
            table.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow(),
            value);
  }

  private static TableRow row(TableContract table, Object... cells) {
    TableRow row = TableRow.of(table);
    with(row, table, "flags", List.of());
    with(row, table, "payload_hash", 1L);
    with(row, table, "precedence", "p");
    with(row, table, "file_id", "file");
    with(row, table, "line_no", 2L);
    with(row, table, "country", "TJK");
    for (int i = 0; i < cells.length; i += 2) {
      with(row, table, (String) cells[i], cells[i + 1]);
    }
    return row;
  }

  /** A loan of TJ_BANK_01, of a woman of Sughd. */
  public static TableRow loan(
      String id, String customer, String type, String principal, String currency, String on) {
    return row(
        Loans.CONTRACT,
        "bank_id",
        "TJ_BANK_01",
        "loan_pid",
        id,
        "customer_pid",
        customer,
        "disbursed_on",
        on,
        "principal",
        principal,
        "currency",
        currency,
        "annual_rate",
        "26",
        "type",
        type,
        "is_remittance_backed",
        true,
        "customer_sex",
        "F",
        "region",
        "TJ-SU");
  }

  /** An instalment. */
  public static TableRow due(String loan, int number, String on, String amount, String currency) {
    return row(
        Instalments.CONTRACT,
        "bank_id",
        "TJ_BANK_01",
        "loan_pid",
        loan,
        "instalment_no",
        number,
        "due_on",
        on,
        "due_amount",
        amount,
        "currency",
        currency);
  }

  /** What is outstanding of a loan. */
  public static TableRow outstanding(String loan, String on, String amount, int arrears) {
    return row(
        LoanBalances.CONTRACT,
        "bank_id",
        "TJ_BANK_01",
        "loan_pid",
        loan,
        "as_of_on",
        on,
        "outstanding",
        amount,
        "arrears_days",
        arrears,
        "quarter",
        quarter(on));
  }

  /** An account in somoni. */
  public static TableRow account(String id, String customer, String product, String openedOn) {
    return row(
        Accounts.CONTRACT,
        "bank_id",
        "TJ_BANK_01",
        "account_pid",
        id,
        "customer_pid",
        customer,
        "product_code",
        product,
        "opened_on",
        openedOn,
        "opened_channel",
        "BRANCH",
        "opened_by",
        "BENEFICIARY",
        "currency",
        "TJS",
        "is_joint",
        false,
        "status",
        "OPEN",
        "customer_sex",
        "F",
        "region",
        "TJ-SU");
  }

  /** A posting in somoni. */
  public static TableRow posting(
      String account, String on, String direction, String type, String amount) {
    return row(
        Postings.CONTRACT,
        "bank_id",
        "TJ_BANK_01",
        "posting_id",
        "p" + postings++,
        "account_pid",
        account,
        "booked_at",
        on + "T10:00:00Z",
        "booked_on",
        on,
        "value_on",
        on,
        "direction",
        direction,
        "amount",
        amount,
        "currency",
        "TJS",
        "type",
        type,
        "is_customer_initiated",
        true,
        "quarter",
        quarter(on));
  }

  /** A balance at the end of a day. */
  public static TableRow balance(String account, String on, String amount) {
    return row(
        Balances.CONTRACT,
        "bank_id",
        "TJ_BANK_01",
        "account_pid",
        account,
        "as_of_on",
        on,
        "closing_balance",
        amount,
        "quarter",
        quarter(on));
  }

  private static String quarter(String day) {
    return Quarter.of(LocalDate.parse(day)).toString();
  }
}
