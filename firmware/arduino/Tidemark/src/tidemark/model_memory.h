// Where a model stays when the power goes: one value, which is written all or not at all.
#ifndef TIDEMARK_MODEL_MEMORY_H
#define TIDEMARK_MODEL_MEMORY_H

#include <stddef.h>

namespace tidemark_core {

class ModelMemory {
 public:
  /// Reads what was kept, if it is no longer than most. Returns its bytes, 0 for nothing.
  virtual size_t read(void* bytes, size_t most) const = 0;
  /// Whether these bytes, at least one, are kept now; if not, those before still are.
  virtual bool write(const void* bytes, size_t count) = 0;

 protected:
  ~ModelMemory() {}
};

}  // namespace tidemark_core
#endif
