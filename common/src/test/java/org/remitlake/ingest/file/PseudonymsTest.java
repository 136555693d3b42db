package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PseudonymsTest {

  @Test
  void anIdBecomesItsKeyedHash() {
    // Test case 2 of RFC 4231: HMAC-SHA-256 with key "Jefe".
    assertThat(new Pseudonyms("Jefe").of("what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void anIdThatIsAKeyedHashStays() {
    String hash = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    assertThat(new Pseudonyms("key").of(hash)).isEqualTo(hash);
    assertThat(new Pseudonyms("").of(hash)).isEqualTo(hash);
  }

  @Test
  void theSameIdHasTheSameHashAndAnotherKeyAnotherOne() {
    Pseudonyms one = new Pseudonyms("one");
    assertThat(one.of("Ivanov")).isEqualTo(one.of("Ivanov")).isNotEqualTo(one.of("Petrov"));
    assertThat(new Pseudonyms("two").of("Ivanov")).isNotEqualTo(one.of("Ivanov"));
  }
}
