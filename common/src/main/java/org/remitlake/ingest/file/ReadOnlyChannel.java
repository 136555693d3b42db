package org.remitlake.ingest.file;

import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A channel that is only read. */
abstract class ReadOnlyChannel implements SeekableByteChannel {
  @Override
  public final int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public final SeekableByteChannel truncate(long to) {
    throw new NonWritableChannelException();
  }
}
