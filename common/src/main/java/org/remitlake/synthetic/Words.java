package org.remitlake.synthetic;

import java.nio.charset.StandardCharsets;

/** How partners write the few words that planted defects need. */
final class Words {
  private Words() {}

  static String test(Provider provider) {
    return switch (provider) {
      case MTO_01 -> "TEST";
      case MTO_02 -> "Тест";
      case BANK_01 -> "Test";
      case EMI_01 -> "99";
      case FIN_01 -> "test";
      case POST_01 -> "проверка";
    };
  }

  static String uzbekistan(Provider provider) {
    return switch (provider) {
      case MTO_01, EMI_01 -> "UZB";
      case FIN_01 -> "UZ";
      case MTO_02, BANK_01, POST_01 -> "Узбекистан";
    };
  }

  static String russia(Provider provider) {
    return switch (provider) {
      case MTO_01, EMI_01 -> "RUS";
      case FIN_01 -> "RU";
      case MTO_02, BANK_01, POST_01 -> "Россия";
    };
  }

  static char decimalMark(Provider provider) {
    return switch (provider) {
      case MTO_01, EMI_01, FIN_01 -> '.';
      case MTO_02, BANK_01, POST_01 -> ',';
    };
  }

  /** Hundredths, as the provider writes them. */
  static String money(Provider provider, long amount) {
    Text text = new Text();
    Digits.decimal(text, amount, 2, decimalMark(provider));
    return text.toString();
  }

  /**
   * With the other mark between thousands: both marks present, so it can be told which is which.
   */
  static String thousands(Provider provider, long amount) {
    Text text = new Text();
    char mark = decimalMark(provider);
    Digits.grouped(text, amount, mark, mark == '.' ? ',' : '.');
    return text.toString();
  }

  /** UTF-8 taken for Latin-1 and written as UTF-8 once more. */
  static String mojibake(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
