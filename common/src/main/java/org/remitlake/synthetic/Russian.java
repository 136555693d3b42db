package org.remitlake.synthetic;

import java.nio.charset.Charset;

/** Words that partners writing Russian have in common. */
final class Russian {
  static final Charset WINDOWS = Charset.forName("windows-1251");

  private Russian() {}

  static String country(String code) {
    return switch (code) {
      case "RUS" -> "Россия";
      case "TJK" -> "Таджикистан";
      case "ARM" -> "Армения";
      case "KAZ" -> "Казахстан";
      default -> throw new IllegalArgumentException(code + " has no Russian name here.");
    };
  }

  static String currency(Currency currency) {
    return switch (currency) {
      case RUB -> "руб";
      case TJS -> "сомони";
      case AMD -> "драм";
      case KZT -> "тенге";
      case USD, EUR -> currency.name();
    };
  }
}
