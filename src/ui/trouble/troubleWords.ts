/** The text of the help for a board that is not there. Each trouble begins with what the person sees. */
import { spoken } from '../../language/spoken.ts';
import type { OperatingSystem } from './operatingSystem.ts';

export type TroubleName =
  | 'insecure'
  | 'no-web-serial'
  | 'forbidden'
  | 'not-listed'
  | 'bootloader'
  | 'in-use'
  | 'permission'
  | 'silent'
  | 'garbage'
  | 'wrong-socket';

interface TroubleWords {
  readonly sight: string;
  readonly steps: readonly string[];
}

/** Steps behind those that are the same everywhere. */
type StepsBySystem = Partial<
  Readonly<Record<TroubleName, Readonly<Record<OperatingSystem, readonly string[]>>>>
>;

export const HELP_WORDS = spoken({
  en: {
    title: 'I can’t see my board',
    close: 'Close help',
    system: 'Operating system',
    which: 'Which boards work?',
  },
  pt: {
    title: 'Não vejo minha placa',
    close: 'Fechar a ajuda',
    system: 'Sistema operacional',
    which: 'Quais placas funcionam?',
  },
});

/** What is to be typed stands in `…`; the likeliest comes first. */
export const TROUBLE_WORDS = spoken<Readonly<Record<TroubleName, TroubleWords>>>({
  en: {
    'not-listed': {
      sight: 'My board is not in the list',
      steps: [
        'Try another cable: many cables only charge, and they look just like the others. A cable that has copied files from a phone is right.',
        'Plug it straight into the computer, without a hub, and watch the list: it changes while it is open.',
      ],
    },
    bootloader: {
      sight: 'A drive appears (RPI-RP2, …BOOT) instead of a port',
      steps: [
        'The board waits for an interpreter: copy a MicroPython .uf2 file for it to that drive, or plug it in again without holding its button.',
      ],
    },
    'in-use': {
      sight: 'The port could not be opened',
      steps: [
        'Only one program can hold a port. Close what may have it: the Arduino IDE and its serial monitor or plotter, Thonny, Mu, a terminal such as PuTTY or screen, another tab of this page or of another editor.',
        'Then press Try again. If it still fails, unplug the board and plug it in again.',
      ],
    },
    permission: {
      sight: 'The port could not be opened, and no other program has it',
      steps: [
        'You may lack permission. Join the group that owns serial ports: `sudo usermod -aG dialout $USER` (uucp on Arch), then log out and in again.',
        'Or let your own login use it: a udev rule with `TAG+="uaccess"` for the board’s vendor id, then plug it in again.',
      ],
    },
    silent: {
      sight: 'The port is open, but nothing comes',
      steps: [
        'Press the board’s reset button once: a program that had stopped begins again.',
        'A board without a program says nothing: put a sketch that prints numbers on it, or Tidemark’s firmware.',
        'A board behind a USB bridge speaks at one speed only: choose the one of its program (115200 is usual; Arduino examples often have 9600).',
      ],
    },
    garbage: {
      sight: 'The console shows garbage',
      steps: [
        'The speed differs: choose the one that the board’s program sets (`Serial.begin(…)`). For boards with native USB it does not matter, and is not offered.',
        'The program sends binary data: Tidemark reads lines of text.',
      ],
    },
    'wrong-socket': {
      sight: 'My board has two USB sockets, and this one is silent',
      steps: [
        'Use the other one. On ESP32-S3 boards one leads to the chip itself (USB) and one to a bridge (UART or COM); the program speaks on one of them.',
      ],
    },
    insecure: {
      sight: 'The page says that serial ports are hidden from it',
      steps: [
        'Browsers show boards only to pages that came over https or from this computer.',
        'Open Tidemark over https, or at the address that `npm start` prints (http://localhost…), not by the computer’s name or number in the network.',
      ],
    },
    'no-web-serial': {
      sight: 'The page says that this browser has no Web Serial',
      steps: [
        'Use Chrome, Edge, Opera or another browser that has Web Serial, on a computer: tablets and phones mostly cannot.',
        'Without one, the virtual board and recordings still work.',
      ],
    },
    forbidden: {
      sight: 'The page says that serial ports are forbidden',
      steps: [
        'Open the site settings (the sign left of the address) and allow serial ports for this page.',
        'On a computer that somebody manages (a school, a company), a policy may forbid it: ask them to allow Web Serial for this address.',
        'If the page stands inside another page, open it on its own.',
      ],
    },
  },
  pt: {
    'not-listed': {
      sight: 'Minha placa não está na lista',
      steps: [
        'Tente outro cabo: muitos cabos só carregam, e são iguais aos outros por fora. Um cabo que já copiou arquivos de um celular serve.',
        'Conecte-a direto ao computador, sem hub, e observe a lista: ela muda enquanto está aberta.',
      ],
    },
    bootloader: {
      sight: 'Aparece uma unidade (RPI-RP2, …BOOT) em vez de uma porta',
      steps: [
        'A placa espera um interpretador: copie para essa unidade um arquivo .uf2 do MicroPython feito para ela, ou conecte-a de novo sem segurar o botão.',
      ],
    },
    'in-use': {
      sight: 'Não foi possível abrir a porta',
      steps: [
        'Só um programa de cada vez pode usar uma porta. Feche o que possa estar com ela: a IDE do Arduino e o monitor ou plotter serial, Thonny, Mu, um terminal como PuTTY ou screen, outra aba desta página ou de outro editor.',
        'Depois pressione Tentar de novo. Se ainda falhar, desconecte a placa e conecte-a outra vez.',
      ],
    },
    permission: {
      sight: 'Não foi possível abrir a porta, e nenhum outro programa está com ela',
      steps: [
        'Talvez falte permissão. Entre no grupo dono das portas seriais: `sudo usermod -aG dialout $USER` (uucp no Arch), depois saia da conta e entre de novo.',
        'Ou libere o uso para o seu usuário: uma regra udev com `TAG+="uaccess"` para o vendor id da placa; depois conecte-a de novo.',
      ],
    },
    silent: {
      sight: 'A porta está aberta, mas não chega nada',
      steps: [
        'Pressione uma vez o botão de reset da placa: um programa que tinha parado volta a rodar.',
        'Uma placa sem programa não diz nada: ponha nela um sketch que imprima números, ou o firmware do Tidemark.',
        'Uma placa atrás de uma ponte USB fala em uma só velocidade: escolha a do programa dela (115200 é o mais comum; exemplos do Arduino muitas vezes usam 9600).',
      ],
    },
    garbage: {
      sight: 'O console mostra caracteres sem sentido',
      steps: [
        'A velocidade é outra: escolha a que o programa da placa define (`Serial.begin(…)`). Em placas com USB nativo ela não importa, e não é oferecida.',
        'O programa envia dados binários: o Tidemark lê linhas de texto.',
      ],
    },
    'wrong-socket': {
      sight: 'Minha placa tem dois conectores USB, e este está em silêncio',
      steps: [
        'Use o outro. Em placas ESP32-S3 um leva ao próprio chip (USB) e o outro a uma ponte (UART ou COM); o programa fala por um deles.',
      ],
    },
    insecure: {
      sight: 'A página diz que as portas seriais estão ocultas para ela',
      steps: [
        'Navegadores só mostram placas a páginas que vieram por https ou deste computador.',
        'Abra o Tidemark por https, ou no endereço que `npm start` mostra (http://localhost…), e não pelo nome ou número do computador na rede.',
      ],
    },
    'no-web-serial': {
      sight: 'A página diz que este navegador não tem Web Serial',
      steps: [
        'Use Chrome, Edge, Opera ou outro navegador que tenha Web Serial, em um computador: tablets e celulares em geral não têm.',
        'Sem um deles, a placa virtual e as gravações funcionam mesmo assim.',
      ],
    },
    forbidden: {
      sight: 'A página diz que as portas seriais estão proibidas',
      steps: [
        'Abra as configurações do site (o símbolo à esquerda do endereço) e permita portas seriais para esta página.',
        'Em um computador administrado por alguém (uma escola, uma empresa), uma política pode proibi-las: peça que permitam Web Serial para este endereço.',
        'Se a página está dentro de outra página, abra-a sozinha.',
      ],
    },
  },
});

export const STEPS_BY_SYSTEM_WORDS = spoken<StepsBySystem>({
  en: {
    'not-listed': {
      Windows: [
        'Open the Device Manager: the board should be under “Ports (COM & LPT)”. With a yellow sign there, or as an unknown device, its bridge lacks a driver: CH340, CP210x or FTDI, from the maker of the chip. Boards with native USB (Pico, Nano, XIAO, micro:bit) need none.',
      ],
      macOS: [
        'On a MacBook, answer “Allow” when macOS asks whether the accessory may connect.',
        'In a terminal, `ls /dev/cu.*` should show it (usbmodem… or usbserial…). If not, an old CH340 board may lack its driver.',
      ],
      Linux: [
        'A browser installed as a snap or a flatpak cannot see serial ports: use the one from the browser’s own .deb or .rpm package.',
        'In a terminal, `ls /dev/ttyACM* /dev/ttyUSB*` should show it. If a CH340 board vanishes after a second, the braille service has taken it: `sudo apt remove brltty`.',
      ],
      ChromeOS: [
        'When ChromeOS offers to connect the board to Linux, answer no: a board that belongs to the Linux container is not seen by the browser.',
      ],
    },
    'in-use': {
      Windows: [
        'If no program has it, unplugging also frees a port that a crashed program has kept.',
      ],
      macOS: ['In a terminal, `lsof /dev/cu.usb*` names the program that has it.'],
      Linux: [
        'In a terminal, `fuser -v /dev/ttyACM0` names the program that has it. ModemManager takes new ports for some seconds: wait and retry.',
      ],
      ChromeOS: [
        'If Linux has it: Settings, Developers, Linux, Manage USB devices, and switch it off there.',
      ],
    },
  },
  pt: {
    'not-listed': {
      Windows: [
        'Abra o Gerenciador de Dispositivos: a placa deve estar em “Portas (COM e LPT)”. Se houver ali um aviso amarelo, ou se ela aparecer como dispositivo desconhecido, falta o driver da ponte: CH340, CP210x ou FTDI, do fabricante do chip. Placas com USB nativo (Pico, Nano, XIAO, micro:bit) não precisam de nenhum.',
      ],
      macOS: [
        'Em um MacBook, responda “Permitir” quando o macOS perguntar se o acessório pode se conectar.',
        'Em um terminal, `ls /dev/cu.*` deve mostrá-la (usbmodem… ou usbserial…). Se não mostrar, pode faltar o driver de uma placa CH340 antiga.',
      ],
      Linux: [
        'Um navegador instalado como snap ou flatpak não vê portas seriais: use o do pacote .deb ou .rpm do próprio navegador.',
        'Em um terminal, `ls /dev/ttyACM* /dev/ttyUSB*` deve mostrá-la. Se uma placa CH340 sumir depois de um segundo, foi o serviço de braille que ficou com ela: `sudo apt remove brltty`.',
      ],
      ChromeOS: [
        'Quando o ChromeOS oferecer conectar a placa ao Linux, responda não: o navegador não vê uma placa que pertence ao contêiner Linux.',
      ],
    },
    'in-use': {
      Windows: [
        'Se nenhum programa está com ela, desconectar a placa também libera uma porta presa por um programa que travou.',
      ],
      macOS: ['Em um terminal, `lsof /dev/cu.usb*` mostra qual programa está com ela.'],
      Linux: [
        'Em um terminal, `fuser -v /dev/ttyACM0` mostra qual programa está com ela. O ModemManager fica com portas novas por alguns segundos: espere e tente de novo.',
      ],
      ChromeOS: [
        'Se o Linux está com ela: Configurações, Desenvolvedores, Linux, Gerenciar dispositivos USB, e desative a placa ali.',
      ],
    },
  },
});
