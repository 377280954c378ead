# Orca without a voice: what it would say goes, line by line, into its debug file.
import orca.debug
import orca.settings
import orca.speech

# No speech server: reading the whole page then yields every utterance at once instead of waiting for sound.
orca.settings.speechFactoryModules = []
orca.speech.init = lambda: None

orca.settings.enableBraille = False
orca.settings.enableBrailleMonitor = False
orca.settings.enableSound = False
orca.settings.enableKeyEcho = False
# Only what is asked for is read, so that a transcript has one beginning.
orca.settings.sayAllOnLoad = False

# Else the last 8 kB of a transcript never arrive.
if orca.debug.debugFile:
    orca.debug.debugFile.reconfigure(line_buffering=True)
