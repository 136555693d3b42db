package org.remitlake.contract;

/**
 * A wrong option, configuration file or environment: the user's to mend before anything is read.
 * The message says where, what, and what to do.
 */
public final class ConfigProblem extends RuntimeException {

  /** A problem without an underlying failure. */
  public ConfigProblem(String message) {
    super(message);
  }

  /** A problem that a failure revealed; the failure is shown with {@code --verbose} only. */
  public ConfigProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
