package dev.weft.processor.attribution;

import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;

/** A source file of the outer compilation with another text of the same length. */
final class MaskedSource extends ForwardingJavaFileObject<JavaFileObject> {
  private final String text;

  MaskedSource(JavaFileObject file, String text) {
    super(file);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
