package org.remitlake.ingest.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A channel that refuses to be read further than an allowance, until it is {@link #lift}ed. */
final class BoundedChannel extends ReadOnlyChannel {
  private final SeekableByteChannel channel;
  private long left;

  BoundedChannel(SeekableByteChannel channel, long allowance) {
    this.channel = channel;
    this.left = allowance;
  }

  void lift() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int n = channel.read(into);
    left -= Math.max(0, n);
    if (left < 0) {
      throw Archive.tooManyEntries();
    }
    return n;
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long to) throws IOException {
    channel.position(to);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
