// Reads a model's file (src/naming/README.md of Tidemark) as its bytes come: what is not whole and sound is
// refused, and why.
#ifndef TIDEMARK_MODEL_READER_H
#define TIDEMARK_MODEL_READER_H

#include "adler32.h"
#include "channel_fields.h"
#include "forest.h"
#include "model_fault.h"

namespace tidemark_core {

template <typename Real, uint16_t Nodes>
class ModelReader {
 public:
  typedef Forest<Real, Nodes> Its;

  /// channels: those of the board, as in its hello.
  void begin(Its& forest, const char* channels) {
    *this = ModelReader();
    forest_ = &forest;
    expected_ = ChannelFields(channels);
    memset(static_cast<void*>(&forest), 0, sizeof forest);
  }

  void take(char c) {
    if (isOver_) isCutOff_ = true;  // there is more
    if (isOver_ || fault_.what == ModelFault::NO_MODEL) return;
    if (field_ == 0 && length_ == 0) isSum_ = c == 'z';
    if (!isSum_) sum_.take(uint8_t(c));
    if (kind_ == CHANNELS_LINE) hear(c);
    if (c != ',' && c != '\n') return letter(c);
    endField();
    length_ = 0;
    field_++;
    if (c == '\n') endLine();
  }

  /// After the last byte: what keeps the model from being used.
  const ModelFault& end() {
    Its& its = *forest_;
    if (fault_.what == ModelFault::NO_MODEL || fault_.what == ModelFault::OTHER_VERSION) return fault_;
    if (lines_ == 0) fault_.what = ModelFault::NO_MODEL;
    else if (!isOver_ || isCutOff_) fault_.what = ModelFault::CUT_OFF;
    else if (isAltered_) fault_.what = ModelFault::ALTERED;
    else if (fault_.what != ModelFault::NONE) return fault_;
    else if (its.nodes > Nodes) tooMany(ModelFault::MANY_NODES, its.nodes, Nodes);
    else if (its.trees > Its::TREES) tooMany(ModelFault::MANY_TREES, its.trees, Its::TREES);
    else if (nameBytes_ > Its::NAME_BYTES) tooMany(ModelFault::LONG_NAMES, nameBytes_, Its::NAME_BYTES);
    else if (!its.isSound()) fault_.what = ModelFault::UNSOUND;
    else if (isOther_ || !isHeard_) fault_.what = ModelFault::OTHER_CHANNELS;
    if (fault_.what == ModelFault::OTHER_CHANNELS) memcpy(fault_.text, heard_, sizeof heard_);
    return fault_;
  }

 private:
  enum Kind : uint8_t {
    NO_LINE,
    MARK_LINE,
    SCALES_LINE,  // from here on in the order of kindOf
    CHANNELS_LINE,
    CLASSES_LINE,
    ROOT_LINE,
    NODE_LINE,
    SUM_LINE,
    OTHER_LINE,
  };

  static const uint8_t FORM = 1;

  void fail(ModelFault::Case what) {
    if (fault_.what == ModelFault::NONE) fault_.what = what;
  }

  void tooMany(ModelFault::Case what, uint32_t count, uint32_t most) {
    fault_.what = what;
    fault_.count = count;
    fault_.most = most;
  }

  void letter(char c) {
    if (kind_ == CLASSES_LINE) {
      if (!isPlainLetter(c) && c != '%') fail(ModelFault::UNREADABLE);
      keepOfName(c);
    }
    if (length_ < sizeof text_ - 1) text_[length_] = c;
    if (length_ < 255) length_++;
  }

  void keepOfName(char c) {
    if (nameBytes_ < Its::NAME_BYTES) forest_->names[nameBytes_] = c;
    nameBytes_++;
  }

  /// What the file says of its channels, beside what it should say.
  void hear(char c) {
    if (c != expected_.next()) isOther_ = true;
    if (c == '\n') isHeard_ = true;
    const size_t at = strlen(heard_);
    if (c != '\n' && at < sizeof heard_ - 1) heard_[at] = c == ',' ? ' ' : c;
  }

  void endField() {
    text_[smaller(size_t(length_), sizeof text_ - 1)] = 0;
    if (field_ == 0) {
      kind_ = kindOf(text_);
      const bool isFirst = lines_ == 0;
      if (isFirst && kind_ != MARK_LINE) fault_.what = ModelFault::NO_MODEL;
      const uint16_t its = uint16_t(1) << kind_;
      const bool isOnce = kind_ >= MARK_LINE && kind_ <= CLASSES_LINE;
      if (isOnce && (seen_ & its)) fail(ModelFault::UNREADABLE);
      seen_ |= its;
      return;
    }
    switch (kind_) {
      case MARK_LINE:
        return takeMark();
      case SCALES_LINE:
        return takeScale();
      case CLASSES_LINE:
        if (length_ == 0 || forest_->classes >= MOST_CLASSES) return fail(ModelFault::UNREADABLE);
        forest_->classes++;
        return keepOfName(0);
      case ROOT_LINE:
        if (forest_->trees < Its::TREES) forest_->root[forest_->trees] = uint16_t(number(0));
        else number(0);
        return;
      case NODE_LINE:
        return takeOfNode();
      case SUM_LINE:
        isAltered_ = isAltered_ || field_ > 1 || !isItsSum();
        return;
      default:
        return;
    }
  }

  void endLine() {
    const uint8_t fields = kind_ == MARK_LINE ? 3 : kind_ == ROOT_LINE ? 1 : kind_ == NODE_LINE ? 4 : 0;
    if (fields && field_ != fields + 1) fail(ModelFault::UNREADABLE);
    if (kind_ == NODE_LINE) forest_->nodes++;
    if (kind_ == ROOT_LINE) forest_->trees++;
    if (kind_ == SUM_LINE) {
      isOver_ = true;
      isAltered_ = isAltered_ || field_ != 2;
      forest_->hash = sum_.value();
    }
    kind_ = NO_LINE;
    field_ = 0;
    if (lines_ < 2) lines_++;
  }

  static Kind kindOf(const char* text) {
    if (!strcmp(text, "tidemark")) return MARK_LINE;
    if (text[0] == 'z') return SUM_LINE;
    if (text[0] == 0 || text[1] != 0) return OTHER_LINE;
    const char letters[] = "sktrn";
    for (uint8_t i = 0; letters[i]; i++) {
      if (letters[i] == text[0]) return Kind(SCALES_LINE + i);
    }
    return OTHER_LINE;
  }

  /// The field, a whole number of 16 bits that is not below this.
  int16_t number(int16_t least) {
    int32_t value = 0;
    const bool isRead = length_ < sizeof text_ && readWhole(text_, length_, value);
    if (!isRead || value < least || value > INT16_MAX) {
      fail(ModelFault::UNREADABLE);
      return 0;
    }
    return int16_t(value);
  }

  void takeMark() {
    if (field_ == 1 && number(0) != FORM) fail(ModelFault::OTHER_VERSION);
    if (field_ == 2 && number(0) != FEATURES_VERSION) fail(ModelFault::OTHER_VERSION);
    if (field_ != 3) return;
    Real share = 0;
    const bool isRead = length_ < sizeof text_ && readNumber(text_, length_, share);
    if (!isRead || !(share >= 0 && share <= 1)) fail(ModelFault::UNREADABLE);
    forest_->confidence = share;
  }

  /// "name:exponent"
  void takeScale() {
    uint8_t colon = 0;
    while (text_[colon] && text_[colon] != ':') colon++;
    uint8_t place = 0;
    while (place < FEATURE_COUNT && !isFlashWord(flashWord(FEATURES, place), text_, colon)) place++;
    int32_t exponent = 0;
    if (place == FEATURE_COUNT) {
      if (fault_.what != ModelFault::NONE) return;
      fault_.what = ModelFault::NO_FEATURE;
      memcpy(fault_.text, text_, smaller(colon, uint8_t(16)));
    } else if (!text_[colon] || forest_->features >= FEATURE_COUNT ||
               !readWhole(text_ + colon + 1, uint16_t(strlen(text_ + colon + 1)), exponent) ||
               exponent < -30 || exponent > 30) {
      fail(ModelFault::UNREADABLE);
    } else {
      forest_->place[forest_->features] = place;
      forest_->exponent[forest_->features++] = int8_t(exponent);
    }
  }

  void takeOfNode() {
    const int16_t said = number(field_ == 1 ? 0 : INT16_MIN);
    if (forest_->nodes >= Nodes) return;
    ForestNode& its = forest_->node[forest_->nodes];
    if (field_ == 1) its.feature = uint8_t(said < UINT8_MAX ? said : UINT8_MAX);
    if (field_ == 2) its.value = said;
    if (field_ == 3) its.left = said;
    if (field_ == 4) its.right = said;
  }

  bool isItsSum() const {
    if (length_ != 8) return false;
    const uint32_t sum = sum_.value();
    for (uint8_t i = 0; i < 8; i++) {
      if (text_[i] != "0123456789abcdef"[sum >> (28 - 4 * i) & 15]) return false;
    }
    return true;
  }

  Its* forest_ = nullptr;
  ChannelFields expected_;
  ModelFault fault_;
  Adler32 sum_;
  uint32_t nameBytes_ = 0;
  uint16_t seen_ = 0;   // a bit for each kind of line
  uint16_t field_ = 0;  // 0: what kind of line it is
  uint8_t length_ = 0;
  uint8_t lines_ = 0;  // up to 2
  Kind kind_ = NO_LINE;
  bool isSum_ = false;
  bool isOver_ = false;
  bool isCutOff_ = false;
  bool isAltered_ = false;
  bool isOther_ = false;
  bool isHeard_ = false;
  char text_[24] = "";
  char heard_[41] = "";
};

}  // namespace tidemark_core
#endif
