package org.remitlake.savings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remitlake.savings.Lots.Order;

class LotsTest {
  private static final LocalDate START = LocalDate.of(2021, 3, 1);

  private final List<Lots.Posting> postings = new ArrayList<>();

  // Catalogue 12.3: 200 of 2 000 and 600 of 1 000 are left, newest first; 26.67 % together.
  @Test
  void newestFirstLeavesWhatTheCatalogueWorkedOut() {
    worked();
    assertThat(left(Order.LAST_IN_FIRST_OUT)).containsExactly("200", "600");
  }

  // Catalogue 12.3: 300 and 1 000, oldest first; 43.33 %.
  @Test
  void oldestFirstLeavesMore() {
    worked();
    assertThat(left(Order.FIRST_IN_FIRST_OUT)).containsExactly("300", "1000");
  }

  private void worked() {
    other(0, 500);
    remittance(5, 2000);
    debit(8, 1500);
    debit(20, 300);
    remittance(25, 1000);
    debit(33, 400);
    debit(60, 1000);
  }

  @Test
  void aDebitOnTheThirtiethDayCountsAndOneOnTheNextDoesNot() {
    remittance(0, 100);
    debit(30, 40);
    debit(31, 60);
    assertThat(left(Order.LAST_IN_FIRST_OUT)).containsExactly("60");
  }

  // 1 000 comes, 600 moves to the deposit, 700 is withdrawn from the first account: 400 of it is of
  // the remittance, 300 is older money that the books do not show; 600 are left in the deposit.
  @Test
  void aMoveBetweenOwnAccountsIsNoWithdrawal() {
    remittance(0, 1000);
    own("A", 1, false, 600);
    own("B", 1, true, 600);
    debit(2, 700);
    assertThat(left(Order.LAST_IN_FIRST_OUT)).containsExactly("600");
  }

  // The same second, and the bank lists the credit first: 1 000 move and are withdrawn next day.
  @Test
  void aMoveWhoseCreditIsBookedFirstCarriesItsLots() {
    remittance(0, 1000);
    own("B", 1, true, 1000);
    own("A", 1, false, 1000);
    postings.add(posting(2, "B", false, 1000, false, ""));
    assertThat(left(Order.LAST_IN_FIRST_OUT)).containsExactly("0");
    assertThat(left(Order.FIRST_IN_FIRST_OUT)).containsExactly("0");
  }

  // From an account that the books do not show: other money, which the withdrawal consumes.
  @Test
  void aMoveFromElsewhereIsOtherMoney() {
    remittance(0, 100);
    own("A", 1, true, 50);
    debit(2, 50);
    assertThat(left(Order.LAST_IN_FIRST_OUT)).containsExactly("100");
  }

  // Lots 100 (first) and 200 (second) move together; 250 withdrawn from B newest first: 200 of the
  // second and 50 of the first.
  @Test
  void lotsKeepTheirOrderWhereTheyArrive() {
    remittance(0, 100);
    remittance(1, 200);
    own("A", 2, false, 300);
    own("B", 2, true, 300);
    postings.add(posting(3, "B", false, 250, false, ""));
    assertThat(left(Order.LAST_IN_FIRST_OUT)).containsExactly("50", "0");
    assertThat(left(Order.FIRST_IN_FIRST_OUT)).containsExactly("0", "50");
  }

  @Test
  void moreOutThanTheBooksKnowLeavesNothingAndBreaksNothing() {
    remittance(0, 100);
    debit(1, 500);
    remittance(2, 70);
    assertThat(left(Order.LAST_IN_FIRST_OUT)).containsExactly("0", "70");
  }

  private void remittance(int day, int amount) {
    postings.add(posting(day, "A", true, amount, true, ""));
  }

  private void other(int day, int amount) {
    postings.add(posting(day, "A", true, amount, false, ""));
  }

  private void debit(int day, int amount) {
    postings.add(posting(day, "A", false, amount, false, ""));
  }

  private void own(String account, int day, boolean isCredit, int amount) {
    postings.add(posting(day, account, isCredit, amount, false, "G1"));
  }

  private static Lots.Posting posting(
      int day, String account, boolean isCredit, int amount, boolean isRemittance, String group) {
    return new Lots.Posting(
        START.plusDays(day), account, isCredit, BigDecimal.valueOf(amount), isRemittance, group);
  }

  private List<String> left(Order order) {
    return Lots.left(postings, order, 30).stream().map(BigDecimal::toPlainString).toList();
  }
}
