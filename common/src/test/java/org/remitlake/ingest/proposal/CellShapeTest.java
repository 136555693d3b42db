package org.remitlake.ingest.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellShapeTest {
  /** 4111… and 5500… are test numbers of card schemes; the last digit of the next one is wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4111111111111111|PERSONAL",
        "5500 0000 0000 0004|PERSONAL",
        "4111111111111112|INTEGER",
        "4111****1111|PERSONAL",
        "411111******1111|PERSONAL",
        "+7 (901) 234-56-78|PERSONAL",
        "992901234567|PERSONAL",
        "DE89 3704 0044 0532 0130 00|PERSONAL",
        "a.b@example.org|PERSONAL",
        "Каримов Рустам|PERSONAL",
        "Պետրոսյան Արամ|PERSONAL",
        "40 12 345678|PERSONAL",
        "2021-01-31T10:00:00+03:00|DATE",
        "31.01.2021 10:00|DATE",
        "1/2/21|OTHER_DATE",
        "26 000,00|DECIMAL",
        "1,234,567.89|DECIMAL",
        "15000|INTEGER",
        "-12|INTEGER",
        "PAID|WORD",
        "ZK-20-894714176|WORD",
        "in transit|WORD",
        "this is what the sender wrote|FREE_TEXT"
      })
  void aCellIsWhatItLooksLike(String cell, CellShape shape) {
    assertThat(CellShape.of(cell)).isEqualTo(shape);
  }
}
