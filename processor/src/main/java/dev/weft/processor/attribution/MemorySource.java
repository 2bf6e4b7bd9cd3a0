package dev.weft.processor.attribution;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source file that exists in memory only. */
final class MemorySource extends SimpleJavaFileObject {
  private final String text;

  MemorySource(URI uri, String text) {
    super(uri, Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
