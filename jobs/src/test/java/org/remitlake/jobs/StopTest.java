package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StopTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Stop stop = new Stop(new PrintStream(said, true, StandardCharsets.UTF_8));

  @Test
  void aRunThatIsStoppedSaysSoOnceAndWhatToDo() {
    assertThat(stop.isStopped()).isFalse();
    stop.stop();
    stop.stop();
    assertThat(stop.isStopped()).isTrue();
    assertThat(said.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "remit: the run was stopped. Commits made so far are whole; run again to complete it.");
  }

  @Test
  void aRunThatHasEndedIsNotStopped() {
    stop.end();
    stop.stop();
    assertThat(stop.isStopped()).isFalse();
    assertThat(said.size()).isZero();
  }
}
