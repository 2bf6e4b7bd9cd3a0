package dev.weft.processor.attribution;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The class path of the isolated compiler: whatever the outer compilation has, be it from class
 * path, module path, source or another processor.
 */
final class OuterView extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final ProcessingEnvironment outer;
  private final OuterPackages packages;
  private final Map<String, JavaFileObject> sources;
  private final Optional<ImplicitSources> implicit;
  private final boolean isThorough;
  private final boolean hasOutlines;
  private final Map<String, MemoryClass> outputs = new LinkedHashMap<>();

  /**
   * @param sources all types that come from source, by qualified name
   * @param implicit sources to be found although nobody has named them
   * @param isThorough whether to find every class file, at the cost of loading all of a package
   * @param hasOutlines whether sources that are only named lack what their methods do
   */
  OuterView(
      StandardJavaFileManager platform,
      ProcessingEnvironment outer,
      OuterPackages packages,
      Map<String, JavaFileObject> sources,
      Optional<ImplicitSources> implicit,
      boolean isThorough,
      boolean hasOutlines) {
    super(platform);
    this.outer = outer;
    this.packages = packages;
    this.sources = sources;
    this.implicit = implicit;
    this.isThorough = isThorough;
    this.hasOutlines = hasOutlines;
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
    if (kinds.contains(JavaFileObject.Kind.CLASS)) {
      for (PackageElement each : outer.getElementUtils().getAllPackageElements(packageName)) {
        if (!isPlatform(each)) {
          addClasses(each, found);
        }
      }
    }
    // Of a class and a source that are equally old the compiler takes the first one.
    if (kinds.contains(JavaFileObject.Kind.SOURCE)) {
      addSources(packageName, found);
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

  private void addSources(String packageName, List<JavaFileObject> found) throws IOException {
    Map<String, JavaFileObject> all = new LinkedHashMap<>();
    if (implicit.isPresent()) {
      all.putAll(implicit.get().of(packageName));
    }
    all.putAll(sources);
    all.forEach(
        (name, source) -> {
          if (packageName.equals(packageOf(name))) {
            found.add(new OuterSource(source, name, hasOutlines, text -> learn(packageName, text)));
          }
        });
  }

  /** What a source names may be implicit, too. */
  private void learn(String packageName, String text) {
    implicit.ifPresent(i -> i.learn(packageName, text, sources.keySet()));
  }

  static String packageOf(String topLevelType) {
    return topLevelType.substring(0, Math.max(0, topLevelType.lastIndexOf('.')));
  }

  private void addClasses(PackageElement container, List<JavaFileObject> found) throws IOException {
    for (String binaryName : packages.classes(container, isThorough)) {
      if (!isFromSource(binaryName)) {
        found.add(new OuterClass(outer, container, binaryName));
      }
    }
  }

  /** Whether a class, or one that it is nested in, comes from source. */
  private boolean isFromSource(String binaryName) {
    int end = binaryName.length();
    while (end > 0 && !sources.containsKey(binaryName.substring(0, end))) {
      end = binaryName.lastIndexOf('$', end - 1);
    }
    return end > 0;
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
