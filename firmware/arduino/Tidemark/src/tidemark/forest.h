// A forest that names events: decision trees over whole numbers, as src/naming/README.md of Tidemark lays
// them out.
#ifndef TIDEMARK_FOREST_H
#define TIDEMARK_FOREST_H

#include <stddef.h>

#include "event_features.h"

namespace tidemark_core {

const uint8_t MOST_CLASSES = 64;

inline float wholeBelow(float x) { return floorf(x); }
inline double wholeBelow(double x) { return floor(x); }

/// Asks whether x < value: then left, else right. A child above 0 is a jump from the node, a negative one
/// the class -1 - child.
struct ForestNode {
  int16_t value;
  int16_t left;
  int16_t right;
  uint8_t feature;
};

/// Nodes: as many as there is memory for. Counts may be larger than what was kept: such a forest is
/// not used.
template <typename Real, uint16_t Nodes>
struct Forest {
  static const uint16_t TREES = Nodes / 4 + 1;
  static const uint16_t NAME_BYTES = 512;
  static const uint8_t UNKNOWN = 0xff;

  uint32_t hash;
  Real confidence;  // the least share of the trees for a name
  uint32_t nodes;
  uint32_t trees;
  uint16_t nameBytes;
  uint8_t features;
  uint8_t classes;
  uint8_t place[FEATURE_COUNT];  // in the table, of each feature that the nodes ask
  int8_t exponent[FEATURE_COUNT];
  uint16_t root[TREES];
  char names[NAME_BYTES];  // of the classes, as the file and the line have them, each with a 0 behind
  ForestNode node[Nodes];  // last: those that are not used need not be kept

  /// Without the nodes that are not used.
  size_t usedBytes() const { return offsetof(Forest, node) + nodes * sizeof(ForestNode); }

  /// Whether each way through the trees goes forward and ends at a class.
  bool isSound() const {
    bool good = nodes > 0 && trees > 0;
    for (uint16_t i = 0; i < trees; i++) good = good && root[i] < nodes;
    for (uint16_t at = 0; at < nodes; at++) {
      good = good && node[at].feature < features && isChild(at, node[at].left) &&
             isChild(at, node[at].right);
    }
    return good;
  }

  bool hasSpectrum() const {
    for (uint8_t i = 0; i < features; i++) {
      if (place[i] >= FEATURE_COUNT - 5) return true;
    }
    return false;
  }

  /// The class of an event with these numbers, or UNKNOWN. share: of the trees for the class that most
  /// are for, named or not.
  uint8_t classOf(const Real* numbers, Real& share) const {
    int16_t x[FEATURE_COUNT];
    for (uint8_t i = 0; i < features; i++) {
      const Real scaled = wholeBelow(Real(ldexp(numbers[place[i]], exponent[i])));
      x[i] = int16_t(clamped(scaled, Real(32767)));
    }
    uint16_t votes[MOST_CLASSES];
    for (uint8_t i = 0; i < classes; i++) votes[i] = 0;
    for (uint16_t tree = 0; tree < trees; tree++) votes[leafOf(root[tree], x)]++;
    uint8_t most = 0;
    for (uint8_t i = 1; i < classes; i++) {
      if (votes[i] > votes[most]) most = i;
    }
    share = Real(votes[most]) / Real(trees);
    return share >= confidence ? most : UNKNOWN;
  }

  const char* nameOf(uint8_t its) const {
    const char* name = names;
    for (; its; its--) name += strlen(name) + 1;
    return name;
  }

 private:
  bool isChild(uint16_t at, int16_t jump) const {
    return jump > 0 ? uint32_t(at) + uint16_t(jump) < nodes : jump < 0 && -1 - jump < classes;
  }

  uint8_t leafOf(uint16_t at, const int16_t* x) const {
    for (;;) {
      const ForestNode& its = node[at];
      const int16_t jump = x[its.feature] < its.value ? its.left : its.right;
      if (jump < 0) return uint8_t(-1 - jump);
      at = uint16_t(at + jump);
    }
  }
};

}  // namespace tidemark_core
#endif
