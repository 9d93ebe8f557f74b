/**
 * The names that MicroPython 1.9.2 for the BBC micro:bit v1 (firmware 1.0.1) holds in flash, the
 * best to use first: read off the build's table of names. Any other name in a program costs about
 * sixteen bytes of the board's 9 KB of heap, and those after the first 128 of the table take a byte
 * more wherever compiled code has one.
 */
export const MICROBIT_NAMES: readonly string[] = `
NO SAD MEH YES help this love pin0 pin1 pin2 pin3 pin4 pin5 pin6 pin7 pin8 pin9 fill blit input
reset sleep panic touch pin10 pin11 pin12 pin13 pin14 pin15 pin16 pin19 pin20 Image image width
HEART HAPPY SMILE ANGRY SILLY struct unused button height invert ASLEEP CLOCK1 CLOCK2 CLOCK3
CLOCK4 CLOCK5 CLOCK6 CLOCK7 CLOCK8 CLOCK9 authors PULL_UP NO_PULL CLOCK12 CLOCK10 CLOCK11 ARROW_N
ARROW_E ARROW_S ARROW_W microbit badaboom get_mode get_pull set_pull shift_up CONFUSED FABULOUS
ARROW_NE ARROW_SE ARROW_SW ARROW_NW TRIANGLE
a b c d e f g n r a2 a4 b3 b4 b5 bl bx c3 c4 c5 d3 d4 d5 e4 e5 f2 g4 g5 gc id on os pi rx tx up
COW ODD ODE abs add all any asr bin bpm buf chr clz cmp cos dir end exp get hex i2c int key ldr
len log lsl lsr map max mem min mov mrs nop oct off ord pin pop pow say scl sda sep set sin spi
str sub sum sys tan wfi zip DUCK EVEN FUNK NYAN XMAS acos addr and_ args asin atan bits bool ceil
copy crop data dict down eval exec exit fabs find fmod freq hash init iter join keys ldrb ldrh
left list loop math mem8 miso mode modf mosi movt movw name next open pack pins play push rbit
read repr scan sclk sdiv seed send show sing size sort sqrt step stop strb strh text time type
uart udiv uint wait BADDY BLUES CHASE GHOST HOUSE SKULL SNAKE SWORD align array atan2 audio bytes
clear close const count cpsid cpsie debug delay float floor frexp get_x get_y get_z group index
is_on isinf isnan items label ldexp ldrex lower mem16 mem32 mouth movwt music pitch power print
queue radio range rfind right round shake slice speed split start strex strip super throw ticks
trunc tuple uname union upper utime value write Facade PACMAN PYTHON RABBIT SQUARE TARGET TSHIRT
TextIO __eq__ __ge__ __gt__ __le__ __lt__ append choice config divmod enable extend filter format
insert length little locals lstrip module object parity random remove repeat rindex rsplit rstrip
scroll sorted source speech stride throat unpack update values BA_DING BytesIO DIAMOND FUNERAL
GIRAFFE JUMP_UP OSError PRELUDE WEDDING __add__ __len__ __new__ __str__ __sub__ address channel
closure collect compass default degrees disable discard display getattr globals hasattr heading
isalpha isdigit islower isspace isupper listdir machine modules popitem radians randint readall
receive release replace reverse setattr sysname uniform ustruct version BIRTHDAY EOFError Ellipsis
KeyError NeoPixel NoneType POWER_UP RINGTONE TORTOISE UMBRELLA __bool__ __call__ __exit__ __hash__
__init__ __iter__ __main__ __name__ __next__ __path__ __repr__ baudrate builtins button_a button_b
bytecode calcsize callable copyfrom copysign duration endswith freefall fromkeys function isfinite
issubset iterator kbd_intr mem_free mem_info neopixel nodename platform readinto readline reversed
sleep_ms sleep_us ticks_ms ticks_us to_bytes writable BUTTERFLY DADADADUM Exception JUMP_DOWN
NameError PITCHFORK PULL_DOWN PUNCHLINE SURPRISED TypeError WAWAWAWAA __class__ __enter__
asm_thumb bytearray byteorder calibrate data_rate dict_view enumerate frequency frozenset
generator get_pixel get_tempo heap_lock isenabled mem_alloc monospace opt_level pack_into
pronounce qstr_info randrange set_pixel set_tempo stack_use threshold ticks_add translate
unique_id ALL_ARROWS ALL_CLOCKS AudioFrame CHESSBOARD IndexError MicroBitIO POWER_DOWN RATE_1MBIT
RATE_2MBIT SystemExit ValueError __import__ __module__ audio_play difference enable_irq from_bytes
get_values is_gesture is_playing is_pressed is_touched isdisjoint isinstance issubclass issuperset
namedtuple return_pin send_bytes setdefault shift_down shift_left startswith ticks_diff
ENTERTAINER HEART_SMALL ImportError LookupError MemoryError MicroBitI2C MicroBitSPI OrderedDict
ROLLERSKATE STICKFIGURE SlicedImage SyntaxError __delitem__ __getattr__ __getitem__ __setitem__
antigravity classmethod collections disable_irq get_presses getrandbits heap_unlock micropython
read_analog shift_right temperature unpack_from was_gesture was_pressed MUSIC_QUAVER MicroBitUART
RATE_250KBIT RuntimeError SQUARE_SMALL UnicodeError __contains__ __qualname__ __reversed__
bound_method get_gestures intersection read_digital receive_full running_time staticmethod
ucollections version_info write_analog BaseException DIAMOND_SMALL GeneratorExit MUSIC_QUAVERS
MicroBitImage OverflowError StopIteration TRIANGLE_LEFT __traceback__ accelerometer is_calibrated
receive_bytes time_pulse_us write_digital AssertionError AttributeError MUSIC_CROTCHET
MicroBitButton __repl_print__ implementation set_brightness write_readinto ArithmeticError
MicroBitCompass MicroBitDisplay ScrollingString __build_class__ current_gesture print_exception
IndentationError MicroBitTouchPin read_light_level set_display_mode KeyboardInterrupt
ZeroDivisionError clear_calibration difference_update set_analog_period MicroBitDigitalPin
get_field_strength receive_bytes_into NotImplementedError intersection_update symmetric_difference
MicroBitAccelerometer MicroBitAnalogDigitalPin symmetric_difference_update
get_analog_period_microseconds set_analog_period_microseconds
`
  .trim()
  .split(/\s+/);
