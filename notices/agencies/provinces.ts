import { Phrases } from '../text/tokens.ts';

/**
 * The provinces and the cities under the Government, in lower case: the 34 since 12 June 2025 (resolution
 * 202/2025/QH15) and those merged into them, which older documents name.
 */
export const CITIES = new Phrases('hà nội|huế|hải phòng|đà nẵng|hồ chí minh|cần thơ');

export const PROVINCES = new Phrases(`
lai châu|điện biên|sơn la|lạng sơn|cao bằng|tuyên quang|lào cai|thái nguyên|phú thọ|bắc ninh|hưng yên|quảng ninh|ninh bình|thanh hóa|nghệ an|hà tĩnh|quảng trị|quảng ngãi|gia lai|khánh hòa|lâm đồng|đắk lắk|đồng nai|tây ninh|vĩnh long|đồng tháp|cà mau|an giang
hà giang|yên bái|bắc kạn|vĩnh phúc|hòa bình|bắc giang|thái bình|hải dương|hà nam|nam định|quảng bình|quảng nam|kon tum|bình định|ninh thuận|bình thuận|đắk nông|phú yên|bà rịa - vũng tàu|bình dương|bình phước|long an|bến tre|trà vinh|tiền giang|bạc liêu|sóc trăng|kiên giang|hậu giang|thừa thiên huế`);
