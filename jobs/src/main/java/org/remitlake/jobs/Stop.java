package org.remitlake.jobs;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells a run that somebody stopped (Ctrl-C, SIGTERM, the machine going down) from one that failed.
 *
 * <p>Why the sentence is said by the hook: the machine goes down when hooks have ended, whether the
 * run has noticed by then or not.
 */
final class Stop {
  private enum State {
    RUNNING,
    ENDED,
    STOPPED
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
  private final PrintStream out;

  Stop(PrintStream out) {
    this.out = out;
  }

  /** Watches until the run has ended. */
  Stop watch() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    return this;
  }

  /** The machine goes down; if the run goes on, it is told. */
  void stop() {
    if (state.compareAndSet(State.RUNNING, State.STOPPED)) {
      out.println(
          "remit: the run was stopped. Commits made so far are whole; run again to complete it.");
      out.flush();
    }
  }

  /** The run has come to its own end. */
  void end() {
    state.compareAndSet(State.RUNNING, State.ENDED);
  }

  /** Whether it was stopped: what fails from then on is no failure of the run. */
  boolean isStopped() {
    return state.get() == State.STOPPED;
  }
}
