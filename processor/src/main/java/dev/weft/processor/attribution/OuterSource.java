package dev.weft.processor.attribution;

import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;

/** A source file of the outer compilation under the name of the type that is looked for in it. */
final class OuterSource extends ForwardingJavaFileObject<JavaFileObject> {
  private final String typeName;

  OuterSource(JavaFileObject file, String typeName) {
    super(file);
    this.typeName = typeName;
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
