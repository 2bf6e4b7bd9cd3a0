package dev.weft.processor.attribution;

import java.io.IOException;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;

/** A source file of the outer compilation under the name of the type that is looked for in it. */
final class OuterSource extends ForwardingJavaFileObject<JavaFileObject> {
  private final String typeName;
  private final boolean isOutline;

  /**
   * @param isOutline whether the compiler is to see declarations only
   */
  OuterSource(JavaFileObject file, String typeName, boolean isOutline) {
    super(file);
    this.typeName = typeName;
    this.isOutline = isOutline;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
    CharSequence text = super.getCharContent(ignoreEncodingErrors);
    return isOutline ? Outline.of(text.toString()) : text;
  }

  String typeName() {
    return typeName;
  }

  /** A file may hold more types than the one of its name. */
  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return typeName.endsWith(simpleName) || super.isNameCompatible(simpleName, kind);
  }
}
