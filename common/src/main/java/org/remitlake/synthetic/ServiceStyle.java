package org.remitlake.synthetic;

import java.util.List;

/** Headings and words of a bank's extracts of complaints and of what products bring and cost. */
record ServiceStyle(BankStyle bank) {

  private boolean armenian() {
    return bank == BankStyle.ARMENIAN;
  }

  List<String> complaintColumns() {
    return armenian()
        ? List.of(
            "complaint_id=Բողոք",
            "point_id=Կետ",
            "product_code=Պրոդուկտ",
            "received_on=Ստացվել է",
            "closed_on=Փակվել է",
            "channel=Ալիք",
            "category=Թեմա")
        : List.of(
            "complaint_id=Жалоба",
            "point_id=Точка",
            "product_code=Продукт",
            "received_on=Получена",
            "closed_on=Закрыта",
            "channel=Канал",
            "category=Тема");
  }

  List<String> financeColumns() {
    return armenian()
        ? List.of(
            "product_code=Պրոդուկտ",
            "month_on=Ամիս",
            "currency=Արժույթ",
            "fee_income=Միջնորդավճարներ",
            "interest_margin=Տոկոսային մարժա",
            "servicing_cost=Սպասարկման ծախս",
            "average_deposits=Միջին ավանդներ")
        : List.of(
            "product_code=Продукт",
            "month_on=Месяц",
            "currency=Валюта",
            "fee_income=Комиссионный доход",
            "interest_margin=Процентная маржа",
            "servicing_cost=Расходы на обслуживание",
            "average_deposits=Средний остаток вкладов");
  }
}
