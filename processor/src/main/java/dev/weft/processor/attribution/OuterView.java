package dev.weft.processor.attribution;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The class path of the isolated compiler: whatever the outer compilation has, be it from class
 * path, module path, source or another processor, found by asking for the elements of a package.
 */
final class OuterView extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final ProcessingEnvironment outer;
  private final Map<String, JavaFileObject> sources;
  private final Map<String, MemoryClass> outputs = new LinkedHashMap<>();

  OuterView(
      StandardJavaFileManager platform,
      ProcessingEnvironment outer,
      Map<String, JavaFileObject> sources) {
    super(platform);
    this.outer = outer;
    this.sources = sources;
  }

  @Override
  public boolean hasLocation(JavaFileManager.Location location) {
    return location == StandardLocation.CLASS_PATH || super.hasLocation(location);
  }

  @Override
  public Iterable<JavaFileObject> list(
      JavaFileManager.Location location,
      String packageName,
      Set<JavaFileObject.Kind> kinds,
      boolean recurse)
      throws IOException {
    if (location != StandardLocation.CLASS_PATH) {
      return super.list(location, packageName, kinds, recurse);
    }
    List<JavaFileObject> found = new ArrayList<>();
    for (PackageElement each : outer.getElementUtils().getAllPackageElements(packageName)) {
      if (!isPlatform(each)) {
        for (TypeElement type : ElementFilter.typesIn(each.getEnclosedElements())) {
          addType(type, packageName, kinds, found);
        }
      }
    }
    return found;
  }

  /** The isolated compiler has the platform's own classes already. */
  private boolean isPlatform(PackageElement each) {
    var module = outer.getElementUtils().getModuleOf(each);
    if (module == null || module.isUnnamed()) {
      return false;
    }
    String name = module.getQualifiedName().toString();
    return ModuleLayer.boot().findModule(name).isPresent()
        && (name.startsWith("java.") || name.startsWith("jdk."));
  }

  private void addType(
      TypeElement type,
      String packageName,
      Set<JavaFileObject.Kind> kinds,
      List<JavaFileObject> found) {
    String name = type.getQualifiedName().toString();
    JavaFileObject source = sources.get(name);
    if (source != null) {
      if (kinds.contains(JavaFileObject.Kind.SOURCE)) {
        found.add(new OuterSource(source, name));
      }
    } else if (kinds.contains(JavaFileObject.Kind.CLASS)) {
      addClass(type, packageName, found);
    }
  }

  private void addClass(TypeElement type, String packageName, List<JavaFileObject> found) {
    String binaryName = outer.getElementUtils().getBinaryName(type).toString();
    found.add(new OuterClass(outer, type, packageName, binaryName));
    for (TypeElement nested : ElementFilter.typesIn(type.getEnclosedElements())) {
      addClass(nested, packageName, found);
    }
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      JavaFileManager.Location location,
      String className,
      JavaFileObject.Kind kind,
      FileObject sibling) {
    MemoryClass made = new MemoryClass(className);
    outputs.put(className, made);
    return made;
  }

  /** What the isolated compiler has made, by binary name. */
  Map<String, byte[]> outputs() {
    Map<String, byte[]> made = new LinkedHashMap<>();
    outputs.forEach((name, file) -> made.put(name, file.bytes()));
    return made;
  }

  @Override
  public String inferBinaryName(JavaFileManager.Location location, JavaFileObject file) {
    if (file instanceof OuterClass outerClass) {
      return outerClass.binaryName();
    }
    if (file instanceof OuterSource outerSource) {
      return outerSource.typeName();
    }
    return super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a.toUri().equals(b.toUri());
  }

  @Override
  public boolean contains(JavaFileManager.Location location, FileObject file) throws IOException {
    if (file instanceof OuterClass || file instanceof OuterSource) {
      return location == StandardLocation.CLASS_PATH;
    }
    return super.contains(location, file);
  }
}
