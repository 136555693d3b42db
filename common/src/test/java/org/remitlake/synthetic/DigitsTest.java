package org.remitlake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DigitsTest {

  @Test
  void decimalsKeepTheirZeros() {
    Text text = new Text();
    Digits.decimal(text, 1_234_507, 2, '.');
    Digits.decimal(text.append(' '), 5, 2, ',');
    Digits.decimal(text.append(' '), -100_000, 6, '.');
    assertThat(text).hasToString("12345.07 0,05 -0.100000");
  }

  @Test
  void thousandsAreSetApart() {
    Text text = new Text();
    Digits.grouped(text, 123_456_789, ',', ' ');
    Digits.grouped(text.append('|'), 99_999, ',', ' ');
    Digits.grouped(text.append('|'), -100_000, '.', ',');
    assertThat(text).hasToString("1 234 567,89|999,99|-1,000.00");
  }

  @Test
  void stampsAreThoseOfTheJdk() {
    ZoneId moscow = ZoneId.of("Europe/Moscow");
    DateTimeFormatter jdk = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss", Locale.ROOT);
    Stamp stamp = new Stamp(Stamp.Pattern.DOTS, moscow);
    long first = Instant.parse("2008-01-01T00:00:00Z").getEpochSecond();
    for (int i = 0; i < 6_000; i++) {
      long second = first + i * 95_617L;
      Text text = new Text();
      stamp.append(text, second);
      assertThat(text).hasToString(jdk.format(Instant.ofEpochSecond(second).atZone(moscow)));
    }
  }
}
