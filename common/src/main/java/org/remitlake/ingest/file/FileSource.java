package org.remitlake.ingest.file;

import java.io.IOException;
import java.io.InputStream;

/** A file that can be read more than once, wherever it lies. */
@FunctionalInterface
public interface FileSource {
  /** Opens it at its first byte. */
  InputStream open() throws IOException;
}
