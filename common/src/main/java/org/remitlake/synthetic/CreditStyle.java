package org.remitlake.synthetic;

import java.util.List;
import org.remitlake.synthetic.Loan.Purpose;

/** Headings and words of a bank's extracts of loans, policies and points. */
record CreditStyle(BankStyle bank) {

  private boolean armenian() {
    return bank == BankStyle.ARMENIAN;
  }

  List<String> loanColumns() {
    return armenian()
        ? List.of(
            "loan_pid=Վարկ",
            "customer_pid=Հաճախորդ",
            "disbursed_on=Տրամադրման օր",
            "principal=Գումար",
            "currency=Արժույթ",
            "annual_rate=Տոկոսադրույք",
            "type=Նպատակ",
            "is_remittance_backed=Փոխանցումներով",
            "pilot_code=Ծրագիր",
            "written_off_on=Դուրսգրման օր",
            "rescheduled_on=Վերաձևակերպման օր",
            "customer_sex=Սեռ",
            "region=Մարզ")
        : List.of(
            "loan_pid=Кредит",
            "customer_pid=Клиент",
            "disbursed_on=Выдан",
            "principal=Сумма",
            "currency=Валюта",
            "annual_rate=Ставка",
            "type=Цель",
            "is_remittance_backed=Под переводы",
            "pilot_code=Программа",
            "written_off_on=Списан",
            "rescheduled_on=Реструктурирован",
            "customer_sex=Пол",
            "region=Область");
  }

  List<String> instalmentColumns() {
    return armenian()
        ? List.of(
            "loan_pid=Վարկ",
            "instalment_no=Մարման համար",
            "due_on=Մարման ժամկետ",
            "due_amount=Մարման գումար",
            "currency=Արժույթ",
            "paid_on=Վճարման օր",
            "paid_amount=Վճարված գումար",
            "posting_id=Գրառում")
        : List.of(
            "loan_pid=Кредит",
            "instalment_no=Номер платежа",
            "due_on=Срок",
            "due_amount=К уплате",
            "currency=Валюта",
            "paid_on=Уплачен",
            "paid_amount=Уплачено",
            "posting_id=Проводка");
  }

  List<String> balanceColumns() {
    return armenian()
        ? List.of(
            "loan_pid=Վարկ",
            "as_of_on=Օր",
            "outstanding=Վարկի մնացորդ",
            "arrears_days=Ժամկետանց օրեր")
        : List.of(
            "loan_pid=Кредит",
            "as_of_on=Дата",
            "outstanding=Остаток долга",
            "arrears_days=Дней просрочки");
  }

  List<String> policyColumns() {
    return armenian()
        ? List.of(
            "policy_pid=Պոլիս",
            "customer_pid=Հաճախորդ",
            "kind=Ապահովագրության տեսակ",
            "valid_from=Սկիզբ",
            "valid_to=Ավարտ")
        : List.of(
            "policy_pid=Полис",
            "customer_pid=Клиент",
            "kind=Вид",
            "valid_from=Действует с",
            "valid_to=Действует по");
  }

  List<String> pointColumns() {
    return armenian()
        ? List.of(
            "point_id=Կետ",
            "type=Կետի տեսակ",
            "region=Մարզ",
            "product_code=Պրոդուկտ",
            "offers_from=Առաջարկի սկիզբ",
            "offers_to=Առաջարկի ավարտ",
            "staff_n=Աշխատակիցներ",
            "staff_trained_n=Վերապատրաստված",
            "is_pilot_area=Ծրագրի տարածք",
            "as_of_on=Առ",
            "latitude=Լայնություն",
            "longitude=Երկայնություն")
        : List.of(
            "point_id=Точка",
            "type=Вид точки",
            "region=Область",
            "product_code=Продукт",
            "offers_from=Предлагает с",
            "offers_to=Предлагает по",
            "staff_n=Сотрудников",
            "staff_trained_n=Обучено",
            "is_pilot_area=Район пилота",
            "as_of_on=На дату",
            "latitude=Широта",
            "longitude=Долгота");
  }

  List<String> monthColumns() {
    return armenian()
        ? List.of(
            "point_id=Կետ",
            "product_code=Պրոդուկտ",
            "month_on=Ամիս",
            "applications=Հայտեր",
            "openings=Բացված",
            "product_transactions=Գործարքներ",
            "hours_promised=Ժամեր ըստ գրաֆիկի",
            "hours_available=Աշխատած ժամեր",
            "hours_planned_down=Պլանային դադար",
            "complaints=Բողոքներ",
            "complaints_resolved=Փակված բողոքներ",
            "contacts=Շփումներ")
        : List.of(
            "point_id=Точка",
            "product_code=Продукт",
            "month_on=Месяц",
            "applications=Заявки",
            "openings=Открыто",
            "product_transactions=Операции",
            "hours_promised=Часы по графику",
            "hours_available=Часы работы",
            "hours_planned_down=Плановый простой",
            "complaints=Жалобы",
            "complaints_resolved=Закрыто жалоб",
            "contacts=Контакты");
  }

  String purpose(Purpose purpose) {
    return switch (purpose) {
      case ROAD -> armenian() ? "RD" : "Дорога";
      case CONSUMER -> armenian() ? "CN" : "Потребительский";
      case HOUSING -> armenian() ? "HS" : "Жилье";
      case BUSINESS -> armenian() ? "BS" : "Бизнес";
      case EDUCATION -> armenian() ? "ED" : "Учеба";
    };
  }

  String cover(Policy.Kind kind) {
    return switch (kind) {
      case HEALTH -> armenian() ? "HLT" : "Здоровье";
      case ACCIDENT -> armenian() ? "ACC" : "Несчастный случай";
      case REPATRIATION -> armenian() ? "REP" : "Репатриация";
      case COMPULSORY_MEDICAL -> armenian() ? "CMP" : "ДМС для патента";
      case OTHER -> armenian() ? "OTH" : "Прочее";
    };
  }

  String point(Point.Kind kind) {
    return switch (kind) {
      case BRANCH -> armenian() ? "BR" : "Филиал";
      case AGENT -> armenian() ? "AG" : "Агент";
      case CASH_DESK -> armenian() ? "CD" : "Касса";
    };
  }

  /** A number of tenths, or of hundredths, in the bank's decimal mark. */
  String decimal(long value, int decimals) {
    Text text = new Text(16);
    Digits.decimal(text, value, decimals, armenian() ? '.' : ',');
    return text.toString();
  }
}
