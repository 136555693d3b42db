package org.remitlake.ingest.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A file on any file system, read from any place in it: an archive lists itself at its end. */
final class HadoopChannel extends ReadOnlyChannel {
  private final FSDataInputStream in;
  private final long size;
  private boolean open = true;

  HadoopChannel(String file, Configuration hadoop) throws IOException {
    Path path = new Path(file);
    FileSystem system = Place.system(path, hadoop);
    size = system.getFileStatus(path).getLen();
    in = system.open(path);
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    byte[] bytes = new byte[Math.min(into.remaining(), 1 << 16)];
    int n = in.read(bytes, 0, bytes.length);
    if (n > 0) {
      into.put(bytes, 0, n);
    }
    return n;
  }

  @Override
  public long position() throws IOException {
    return in.getPos();
  }

  @Override
  public SeekableByteChannel position(long to) throws IOException {
    in.seek(to);
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    open = false;
    in.close();
  }
}
